using System.Net;
using System.Net.Http.Headers;

namespace Cnaim.Gateway.Tests;

public sealed class When_partners_call_by_gRPC(GatewayUnderTest gateway)
{
    private const int MostBytes = (4 * 1024 * 1024) + 5;
    private static readonly byte[] Message = [0, 0, 0, 0, 3, 1, 2, 3];

    [Fact]
    public async Task Should_pass_message_and_trailers()
    {
        var answer = await gateway.Stranger.SendAsync(Request("/cnaim.screening.v1.Disclosures/Decide", gateway.Token()), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Message);
        answer.TrailingHeaders.GetValues("grpc-status").ShouldBe(["0"]);
        var arrived = gateway.Upstream.Requests.Last(request => request.Path is "/cnaim.screening.v1.Disclosures/Decide");
        arrived.Protocol.ShouldBe("HTTP/2");
        arrived.Headers["TE"].ShouldBe("trailers");
    }

    [Theory]
    [InlineData("/cnaim.screening.v1.Disclosures/Decide", null, HttpStatusCode.Unauthorized)]
    [InlineData("/grpc.reflection.v1.ServerReflection/ServerReflectionInfo", "token", HttpStatusCode.NotFound)]
    [InlineData("/cnaim.other.v1.Secret/Get", "token", HttpStatusCode.NotFound)]
    public async Task Should_pass_nothing_else(string path, string? token, HttpStatusCode expected)
    {
        var answer = await gateway.Stranger.SendAsync(Request(path, token is null ? null : gateway.Token()), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_pass_no_more_than_one_message(bool isAnnounced)
    {
        var request = Request("/cnaim.screening.v1.Disclosures/Fetch", gateway.Token());
        request.Content = isAnnounced ? new ByteArrayContent(new byte[MostBytes + 1]) : new Unannounced(MostBytes + 1);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        var answer = await gateway.Stranger.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("grpc-status").ShouldBe(["8"]);
        gateway.Upstream.Requests.ShouldNotContain(arrived => arrived.Path == "/cnaim.screening.v1.Disclosures/Fetch");
    }

    [Fact]
    public async Task Should_pass_a_message_as_large_as_a_service_accepts()
    {
        var request = Request("/cnaim.screening.v1.Disclosures/Confirm", gateway.Token());
        request.Content = new ByteArrayContent(new byte[MostBytes]) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } };
        var answer = await gateway.Stranger.SendAsync(request, TestContext.Current.CancellationToken);
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length.ShouldBe(MostBytes);
    }

    private HttpRequestMessage Request(string path, string? token) => new(HttpMethod.Post, new Uri(gateway.GrpcAddress, path))
    {
        Version = HttpVersion.Version20,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Content = new ByteArrayContent(Message) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        Headers = { TE = { new TransferCodingWithQualityHeaderValue("trailers") }, Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) },
    };

    /// <summary>A body that does not announce its length.</summary>
    private sealed class Unannounced(int bytes) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(new byte[bytes]).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
