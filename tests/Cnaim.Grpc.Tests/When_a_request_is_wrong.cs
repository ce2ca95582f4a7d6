using System.IO.Compression;
using System.Net;
using Cnaim.GrpcTests.V1;
using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Grpc.Tests;

public sealed class When_a_request_is_wrong
{
    private const string Say = "/cnaim.grpc.tests.v1.Echo/Say";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_refuse_another_content_type()
    {
        using var response = await Send(RawRequest.Messages(0, []), contentType: "application/json");
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Should_refuse_more_than_one_message() => (await StatusOf(RawRequest.Messages(0, [], []))).ShouldBe("13");

    [Fact]
    public async Task Should_refuse_a_cut_message() => (await StatusOf(new ByteArrayContent([0, 0, 0, 0, 5, 1]))).ShouldBe("13");

    [Fact]
    public async Task Should_refuse_a_message_that_is_no_message() => (await StatusOf(RawRequest.Messages(0, [255, 255, 255]))).ShouldBe("13");

    [Fact]
    public async Task Should_refuse_an_unknown_encoding() =>
        (await StatusOf(RawRequest.Messages(1, [1]), ("grpc-encoding", "zstd"))).ShouldBe("12");

    [Fact]
    public async Task Should_refuse_compression_without_an_encoding() => (await StatusOf(RawRequest.Messages(1, [1]))).ShouldBe("13");

    [Fact]
    public async Task Should_refuse_a_wrong_timeout() =>
        (await StatusOf(RawRequest.Messages(0, []), ("grpc-timeout", "2 hours"))).ShouldBe("13");

    [Fact]
    public async Task Should_refuse_a_small_message_that_inflates_beyond_the_limit()
    {
        var message = new EchoRequest { Payload = ByteString.CopyFrom(new byte[64 * 1024 * 1024]) }.ToByteArray();
        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(message, Cancellation);
        }

        (await StatusOf(RawRequest.Messages(1, compressed.ToArray()), ("grpc-encoding", "gzip"))).ShouldBe("8");
    }

    [Fact]
    public async Task Should_refuse_clear_text_from_another_host()
    {
        await using var server = await EchoServer.Start(map: app => app.MapAsRemote());

        var call = async () => await server.Client.SayAsync(new EchoRequest(), cancellationToken: Cancellation);

        (await Should.ThrowAsync<RpcException>(call)).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Should_accept_clear_text_from_another_host_when_allowed()
    {
        await using var server = await EchoServer.Start(
            services => services.Configure<GrpcCallLimits>(limits => limits.AllowRemoteClearText = true), app => app.MapAsRemote());

        (await server.Client.SayAsync(new EchoRequest { Text = "a" }, cancellationToken: Cancellation)).Text.ShouldBe("a");
    }

    private static async Task<string> StatusOf(HttpContent content, params (string Name, string Value)[] headers)
    {
        using var response = await Send(content, headers);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return response.Headers.GetValues("grpc-status").Single();
    }

    private static async Task<HttpResponseMessage> Send(
        HttpContent content, (string Name, string Value)[]? headers = null, string contentType = "application/grpc")
    {
        await using var server = await EchoServer.Start();
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        using var request = RawRequest.To(server.Address, Say, content, contentType);
        foreach (var (name, value) in headers ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await invoker.SendAsync(request, Cancellation);
    }
}
