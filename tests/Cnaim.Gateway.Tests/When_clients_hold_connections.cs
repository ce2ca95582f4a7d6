using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Cnaim.Gateway.Tests;

/// <summary>Clients that are slow, idle or restless on purpose: they are cut off, and others are served meanwhile.</summary>
public sealed class When_clients_hold_connections(GatewayUnderTest gateway)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Should_cut_off_headers_that_never_end() =>
        (await UntilCutAsync("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ")).ShouldStartWith("HTTP/1.1 408");

    [Fact]
    public async Task Should_cut_off_a_body_that_never_ends()
    {
        var answer = await UntilCutAsync(
            $"POST /api/health/v1/trickle HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {gateway.Token()}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{");

        answer.ShouldStartWith("HTTP/1.1 408");
        gateway.Upstream.Requests.ShouldNotContain(request => request.Path == "/v1/trickle");
    }

    [Fact]
    public async Task Should_cut_off_a_gRPC_message_that_never_ends()
    {
        using var client = new HttpClient { Timeout = Patience };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(gateway.GrpcAddress, "/cnaim.screening.v1.Disclosures/Trickle"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new Trickle { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", gateway.Token()) },
        };

        // Refused, or cut off with the answer: which of both reaches the client first is not said.
        await Should.ThrowAsync<HttpRequestException>(async () => (await client.SendAsync(request, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode());
        gateway.Upstream.Requests.ShouldNotContain(arrived => arrived.Path == "/cnaim.screening.v1.Disclosures/Trickle");
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(2000, true)]
    public async Task Should_cut_off_who_resets_streams_without_end(int streams, bool isCut) =>
        (await Http2Burst.IsCutOffAsync(gateway.GrpcAddress, streams, TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken)).ShouldBe(isCut);

    [Fact]
    public async Task Should_serve_others_beside_a_thousand_idle_connections()
    {
        var idle = new List<TcpClient>();
        try
        {
            for (var number = 0; number < 1000; number++)
            {
                idle.Add(new TcpClient("127.0.0.1", gateway.Client.BaseAddress!.Port));
            }

            using var fresh = new HttpClient { BaseAddress = gateway.Client.BaseAddress };
            using var answer = await fresh.GetAsync("/health/live", TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            idle.ForEach(connection => connection.Dispose());
        }
    }

    /// <summary>Sends the begin of a request and no more; what the gateway says until it closes.</summary>
    private async Task<string> UntilCutAsync(string begin)
    {
        using var socket = new TcpClient("127.0.0.1", gateway.Client.BaseAddress!.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(begin), TestContext.Current.CancellationToken);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return Encoding.Latin1.GetString(answer.ToArray());
    }

    /// <summary>Six bytes of a message, and then silence.</summary>
    private sealed class Trickle : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(new byte[] { 0, 0, 0, 0, 9, 1 });
            await stream.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
