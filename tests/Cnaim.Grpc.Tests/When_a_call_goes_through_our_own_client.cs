using Cnaim.GrpcTests.V1;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Grpc.Tests;

public sealed class When_a_call_goes_through_our_own_client
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_hide_what_an_exception_says()
    {
        await using var server = await EchoServer.Start();

        var failure = await Fails(server, new EchoRequest { Behaviour = "throw" });

        failure.StatusCode.ShouldBe(StatusCode.Unknown);
        failure.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public async Task Should_show_it_only_when_asked_to()
    {
        await using var server = await EchoServer.Start(services =>
            services.Configure<GrpcServiceOptions>(options => options.EnableDetailedErrors = true));

        (await Fails(server, new EchoRequest { Behaviour = "throw" })).Status.Detail.ShouldContain("secret text");
    }

    [Fact]
    public async Task Should_carry_text_and_trailers_of_an_error()
    {
        await using var server = await EchoServer.Start();

        var failure = await Fails(server, new EchoRequest { Behaviour = "fail" });

        failure.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        failure.Status.Detail.ShouldBe("não é possível: 100 %\n");
        failure.Trailers.GetValueBytes("grpc-status-details-bin").ShouldBe([8, 9, 18, 3, 97, 98, 99]);
    }

    [Fact]
    public async Task Should_fail_when_the_handler_gives_no_answer()
    {
        await using var server = await EchoServer.Start();

        (await Fails(server, new EchoRequest { Behaviour = "silent" })).StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    [Fact]
    public async Task Should_stream_many_messages_in_order()
    {
        await using var server = await EchoServer.Start();
        using var call = server.Client.Repeat(new EchoRequest { Text = new string('t', 1000), Times = 2000 }, cancellationToken: Cancellation);

        var expected = 0;
        await foreach (var reply in call.ResponseStream.ReadAllAsync(Cancellation))
        {
            reply.Number.ShouldBe(++expected);
        }

        expected.ShouldBe(2000);
        call.GetStatus().ShouldBe(Status.DefaultSuccess);
    }

    [Fact]
    public async Task Should_tell_the_handler_that_the_caller_gave_up()
    {
        await using var server = await EchoServer.Start();
        using var source = new CancellationTokenSource();
        var call = server.Client.SayAsync(new EchoRequest { Behaviour = "wait", DelayMilliseconds = 60_000 }, cancellationToken: source.Token);
        await server.Log.Started.Task.WaitAsync(Cancellation);

        await source.CancelAsync();

        (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await server.Log.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
    }

    [Fact]
    public async Task Should_cancel_when_the_call_is_disposed()
    {
        await using var server = await EchoServer.Start();
        using (var call = server.Client.Repeat(new EchoRequest { Times = 1, Behaviour = "wait", DelayMilliseconds = 60_000 }, cancellationToken: Cancellation))
        {
            (await call.ResponseStream.MoveNext(Cancellation)).ShouldBeTrue();
        }

        await server.Log.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
    }

    [Fact]
    public async Task Should_stop_writing_when_nobody_reads_and_the_caller_leaves()
    {
        await using var server = await EchoServer.Start();
        var call = server.Client.Repeat(new EchoRequest { Text = new string('t', 10_000), Times = 1_000_000 }, cancellationToken: Cancellation);
        (await call.ResponseStream.MoveNext(Cancellation)).ShouldBeTrue();

        call.Dispose();

        await server.Log.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
    }

    [Fact]
    public async Task Should_read_and_write_gzip()
    {
        await using var server = await EchoServer.Start(services =>
            services.Configure<GrpcServiceOptions>(options => options.ResponseCompressionAlgorithm = "gzip"));
        using var responses = new ResponseLog();
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { HttpHandler = responses });
        var text = new string('z', 100_000);

        var reply = await new Echo.EchoClient(channel).SayAsync(
            new EchoRequest { Text = text }, new Metadata { { "grpc-internal-encoding-request", "gzip" } }, cancellationToken: Cancellation);

        reply.Text.ShouldBe(text);
        server.Log.Encoding.ShouldBe("gzip");
        responses.ResponseEncoding.ShouldBe("gzip");
    }

    [Fact]
    public async Task Should_refuse_to_receive_beyond_the_limit_of_the_server()
    {
        await using var server = await EchoServer.Start();
        var request = new EchoRequest { Text = new string('x', 5 * 1024 * 1024) };

        (await Fails(server, request)).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task Should_refuse_to_receive_beyond_the_limit_of_the_client()
    {
        await using var server = await EchoServer.Start();

        (await Fails(server, new EchoRequest { Behaviour = "large", Times = 5 * 1024 * 1024 })).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task Should_refuse_to_send_beyond_the_limit_of_either_side()
    {
        await using var server = await EchoServer.Start(services =>
            services.Configure<GrpcServiceOptions>(options => options.MaxSendMessageSize = 1000));
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { MaxSendMessageSize = 1000 });
        var client = new Echo.EchoClient(channel);

        (await Fails(server, new EchoRequest { Behaviour = "large", Times = 1001 })).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        (await Should.ThrowAsync<RpcException>(async () => await client.SayAsync(new EchoRequest { Text = new string('x', 1001) })))
            .StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task Should_say_unavailable_when_nobody_listens()
    {
        var server = await EchoServer.Start();
        await server.DisposeAsync();
        using var channel = GrpcChannel.ForAddress(server.Address);

        var call = async () => await new Echo.EchoClient(channel).SayAsync(new EchoRequest(), cancellationToken: Cancellation);

        (await Should.ThrowAsync<RpcException>(call)).StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Fact]
    public async Task Should_block_when_called_without_async()
    {
        await using var server = await EchoServer.Start();
        await Task.Run(() => server.Client.Say(new EchoRequest { Text = "a" }, cancellationToken: Cancellation).Text.ShouldBe("a"), Cancellation);
    }

    [Fact]
    public async Task Should_answer_streaming_requests_with_unimplemented()
    {
        await using var server = await EchoServer.Start();

        Should.Throw<RpcException>(() => server.Client.Collect()).StatusCode.ShouldBe(StatusCode.Unimplemented);
        Should.Throw<RpcException>(() => server.Client.Chat()).StatusCode.ShouldBe(StatusCode.Unimplemented);
    }

    private static Task<RpcException> Fails(EchoServer server, EchoRequest request) =>
        Should.ThrowAsync<RpcException>(async () => await server.Client.SayAsync(request, cancellationToken: Cancellation));
}
