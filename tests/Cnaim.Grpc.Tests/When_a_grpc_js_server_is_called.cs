using Cnaim.GrpcTests.V1;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Health.V1;

namespace Cnaim.Grpc.Tests;

public sealed class When_a_grpc_js_server_is_called(GrpcJsServerFixture server) : IClassFixture<GrpcJsServerFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_understand_a_unary_answer()
    {
        var request = new EchoRequest { Text = "olá", Payload = ByteString.CopyFrom(1, 2, 3), Times = 7 };

        var reply = await server.Client.SayAsync(request, cancellationToken: Cancellation);

        reply.ShouldBe(new EchoReply { Text = "olá", Payload = request.Payload, Number = 7 });
    }

    [Fact]
    public async Task Should_read_a_stream_to_its_end()
    {
        using var call = server.Client.Repeat(new EchoRequest { Times = 5 }, cancellationToken: Cancellation);

        (await Numbers(call)).ShouldBe([1, 2, 3, 4, 5]);
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task Should_read_a_stream_up_to_its_error()
    {
        using var call = server.Client.Repeat(new EchoRequest { Times = 1, Behaviour = "fail" }, cancellationToken: Cancellation);
        (await call.ResponseStream.MoveNext(Cancellation)).ShouldBeTrue();

        var failure = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancellation));

        ShouldBeTheFailure(failure);
    }

    [Fact]
    public async Task Should_understand_an_error_with_trailers() =>
        ShouldBeTheFailure(await Should.ThrowAsync<RpcException>(async () => await server.Client.SayAsync(new EchoRequest { Behaviour = "fail" })));

    [Fact]
    public async Task Should_exceed_the_deadline()
    {
        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client.SayAsync(
            new EchoRequest { Behaviour = "wait" }, deadline: DateTime.UtcNow.AddMilliseconds(200), cancellationToken: Cancellation));

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task Should_tell_its_deadline()
    {
        var reply = await server.Client.SayAsync(
            new EchoRequest { Behaviour = "deadline" }, deadline: DateTime.UtcNow.AddSeconds(100), cancellationToken: Cancellation);

        reply.Number.ShouldBeInRange(60_000, 100_100);
    }

    [Fact]
    public async Task Should_cancel()
    {
        var before = (await server.Client.SayAsync(new EchoRequest { Behaviour = "cancelled" }, cancellationToken: Cancellation)).Number;
        using var source = new CancellationTokenSource();
        using var call = server.Client.Repeat(new EchoRequest { Times = 1, Behaviour = "wait" }, cancellationToken: source.Token);
        (await call.ResponseStream.MoveNext(Cancellation)).ShouldBeTrue();

        await source.CancelAsync();

        (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancellation))).StatusCode.ShouldBe(StatusCode.Cancelled);
        await Eventually.Is(async () => (await server.Client.SayAsync(new EchoRequest { Behaviour = "cancelled" })).Number > before);
    }

    [Fact]
    public async Task Should_carry_metadata_both_ways()
    {
        var headers = new Metadata { { "x-one", "first" }, { "x-two-bin", [0, 255, 10] }, { "x-two-bin", [7] } };
        using var call = server.Client.SayAsync(new EchoRequest { Behaviour = "metadata" }, headers, cancellationToken: Cancellation);
        await call;

        foreach (var metadata in (Metadata[])[await call.ResponseHeadersAsync, call.GetTrailers()])
        {
            metadata.GetValue("x-one").ShouldBe("first");
            metadata.GetAll("x-two-bin").Select(entry => Convert.ToHexString(entry.ValueBytes)).ShouldBe(["00FF0A", "07"]);
        }
    }

    [Fact]
    public async Task Should_read_and_write_gzip()
    {
        var text = new string('z', 20_000);
        var reply = await server.Client.SayAsync(
            new EchoRequest { Text = text }, new Metadata { { "grpc-internal-encoding-request", "gzip" } }, cancellationToken: Cancellation);

        reply.Text.ShouldBe(text);
        server.Responses.RequestEncoding.ShouldBe("gzip");
    }

    [Fact]
    public async Task Should_refuse_an_answer_beyond_the_limit()
    {
        var request = new EchoRequest { Behaviour = "large", Times = 5 * 1024 * 1024 };

        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client.SayAsync(request, cancellationToken: Cancellation));

        failure.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task Should_ask_for_health()
    {
        var health = new Health.HealthClient(server.Channel);

        (await health.CheckAsync(new HealthCheckRequest(), cancellationToken: Cancellation)).Status
            .ShouldBe(HealthCheckResponse.Types.ServingStatus.Serving);
        (await Should.ThrowAsync<RpcException>(async () => await health.CheckAsync(new HealthCheckRequest { Service = "x" })))
            .StatusCode.ShouldBe(StatusCode.NotFound);
    }

    private static async Task<List<int>> Numbers(AsyncServerStreamingCall<EchoReply> call)
    {
        var numbers = new List<int>();
        await foreach (var reply in call.ResponseStream.ReadAllAsync(Cancellation))
        {
            numbers.Add(reply.Number);
        }

        return numbers;
    }

    private static void ShouldBeTheFailure(RpcException failure)
    {
        failure.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        failure.Status.Detail.ShouldBe("não é possível: 100 %\n");
        failure.Trailers.GetValue("x-reason").ShouldBe("closed");
        failure.Trailers.GetValueBytes("grpc-status-details-bin").ShouldBe([8, 9, 18, 3, 97, 98, 99]);
    }
}
