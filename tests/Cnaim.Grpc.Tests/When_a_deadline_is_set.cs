using System.Net;
using Cnaim.GrpcTests.V1;
using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Grpc.Tests;

public sealed class When_a_deadline_is_set
{
    private readonly ManualClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_become_two_seconds_when_missing() => (await DeadlineSeen(null)).ShouldBe(TimeSpan.FromSeconds(2));

    [Fact]
    public async Task Should_become_ten_seconds_when_longer() => (await DeadlineSeen(TimeSpan.FromHours(2))).ShouldBe(TimeSpan.FromSeconds(10));

    [Fact]
    public async Task Should_stay_when_shorter() => (await DeadlineSeen(TimeSpan.FromSeconds(6))).ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(6));

    [Fact]
    public async Task Should_take_its_limits_from_the_options() =>
        (await DeadlineSeen(null, limits => limits.DefaultDeadline = TimeSpan.FromSeconds(3))).ShouldBe(TimeSpan.FromSeconds(3));

    [Fact]
    public async Task Should_end_a_call_whose_handler_ignores_it()
    {
        await using var server = await Start();
        var call = server.Client.SayAsync(new EchoRequest { Behaviour = "swallow", DelayMilliseconds = 3000 }, cancellationToken: Cancellation);
        await PassDeadline(server.Log);

        (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        server.Log.Finished.Task.IsCompleted.ShouldBeFalse();
        await server.Log.Finished.Task.WaitAsync(Cancellation);
    }

    [Fact]
    public async Task Should_cancel_the_token_of_the_handler()
    {
        await using var server = await Start();
        var call = server.Client.SayAsync(new EchoRequest { Behaviour = "wait", DelayMilliseconds = 600_000 }, cancellationToken: Cancellation);
        await PassDeadline(server.Log);

        (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        await server.Log.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
    }

    [Fact]
    public async Task Should_end_a_stream()
    {
        await using var server = await Start();
        using var call = server.Client.Repeat(
            new EchoRequest { Times = 1, Behaviour = "swallow", DelayMilliseconds = 1000 }, cancellationToken: Cancellation);
        (await call.ResponseStream.MoveNext(Cancellation)).ShouldBeTrue();
        await PassDeadline(server.Log);

        (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancellation))).StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task Should_end_a_request_that_never_becomes_whole()
    {
        await using var server = await Start();
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        using var content = new StallingContent();
        using var request = RawRequest.To(server.Address, "/cnaim.grpc.tests.v1.Echo/Say", content);
        var answer = invoker.SendAsync(request, Cancellation);
        await PassDeadline(null);

        using var response = await answer;
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("grpc-status").ShouldBe(["4"]);
        content.Release();
    }

    /// <summary>The deadline passes on a timer, where an exception would end the process.</summary>
    [Fact]
    public async Task Should_survive_a_handler_that_throws_when_cancelled()
    {
        await using var server = await Start();
        var call = server.Client.SayAsync(new EchoRequest { Behaviour = "throw-when-cancelled", DelayMilliseconds = 600_000 }, cancellationToken: Cancellation);
        await PassDeadline(server.Log);

        (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task Should_survive_a_client_that_is_gone_while_its_message_is_read()
    {
        await using var server = await EchoServer.Start(
            services => services.AddSingleton<TimeProvider>(_clock),
            app =>
            {
                app.Use((context, next) =>
                {
                    context.Features.Set<IRequestBodyPipeFeature>(new GoneReader(context.Request.BodyReader));
                    return next(context);
                });
                app.MapGrpcService<EchoService>();
            });
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        using var content = new StallingContent();
        using var request = RawRequest.To(server.Address, "/cnaim.grpc.tests.v1.Echo/Say", content);
        var answer = invoker.SendAsync(request, Cancellation);
        await PassDeadline(null);

        using var response = await answer;
        response.Headers.GetValues("grpc-status").ShouldBe(["4"]);
        content.Release();
    }

    /// <summary>The timer fires while the answer is being written: the call has one end, and it is whole.</summary>
    [Fact]
    public async Task Should_wait_for_an_answer_that_is_being_written()
    {
        await using var server = await EchoServer.Start(
            services => services.AddSingleton<TimeProvider>(_clock),
            app =>
            {
                app.Use((context, next) =>
                {
                    context.Features.Set<IHttpResponseBodyFeature>(new WriterWithEvent(context.Features.GetRequiredFeature<IHttpResponseBodyFeature>(), () => _clock.Advance(TimeSpan.FromSeconds(2))));
                    return next(context);
                });
                app.MapGrpcService<EchoService>();
            });
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        using var content = RawRequest.Messages(0, new EchoRequest { Behaviour = "swallow", DelayMilliseconds = 1 }.ToByteArray());
        using var request = RawRequest.To(server.Address, "/cnaim.grpc.tests.v1.Echo/Say", content);

        using var response = await invoker.SendAsync(request, Cancellation);

        var body = await response.Content.ReadAsByteArrayAsync(Cancellation);
        EchoReply.Parser.ParseFrom(body.AsSpan(5)).ShouldNotBeNull();
        response.TrailingHeaders.GetValues("grpc-status").ShouldBe(["4"]);
    }

    [Fact]
    public async Task Should_fail_at_once_when_it_has_passed()
    {
        await using var server = await Start();

        var call = async () => await server.Client.SayAsync(new EchoRequest(), deadline: DateTime.UtcNow.AddSeconds(-1), cancellationToken: Cancellation);

        (await Should.ThrowAsync<RpcException>(call)).StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        server.Log.Deadline.ShouldBe(default);
    }

    private async Task<TimeSpan> DeadlineSeen(TimeSpan? requested, Action<GrpcCallLimits>? configure = null)
    {
        await using var server = await Start(configure);
        DateTime? deadline = requested is { } time ? DateTime.UtcNow + time : null;
        await server.Client.SayAsync(new EchoRequest(), deadline: deadline, cancellationToken: Cancellation);
        return server.Log.Deadline - _clock.GetUtcNow().UtcDateTime;
    }

    private Task<EchoServer> Start(Action<GrpcCallLimits>? configure = null) => EchoServer.Start(services =>
    {
        services.AddSingleton<TimeProvider>(_clock);
        services.Configure<GrpcCallLimits>(limits => configure?.Invoke(limits));
    });

    private async Task PassDeadline(EchoLog? log)
    {
        await (log?.Started.Task ?? Task.CompletedTask).WaitAsync(Cancellation);
        await Eventually.Is(() => Task.FromResult(_clock.TimerCount > 0));
        _clock.Advance(TimeSpan.FromSeconds(2));
    }
}
