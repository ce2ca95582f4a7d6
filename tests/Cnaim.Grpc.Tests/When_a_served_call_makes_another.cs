using Cnaim.GrpcTests.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Grpc.Tests;

public sealed class When_a_served_call_makes_another
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_pass_its_deadline_and_cancellation_on()
    {
        await using var inner = await EchoServer.Start();
        await using var outer = await Start(inner.Address, propagates: true);

        var call = async () => await outer.Client.SayAsync(
            new EchoRequest { Behaviour = "wait", DelayMilliseconds = 60_000 }, deadline: DateTime.UtcNow.AddMilliseconds(1500), cancellationToken: Cancellation);

        (await Should.ThrowAsync<RpcException>(call)).StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        await inner.Log.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
        (inner.Log.Deadline - outer.Log.Deadline).ShouldBeLessThan(TimeSpan.FromMilliseconds(400));
    }

    [Fact]
    public async Task Should_keep_to_itself_unless_told_to()
    {
        await using var inner = await EchoServer.Start();
        await using var outer = await Start(inner.Address, propagates: false);

        await outer.Client.SayAsync(new EchoRequest(), deadline: DateTime.UtcNow.AddSeconds(8), cancellationToken: Cancellation);

        (outer.Log.Deadline - inner.Log.Deadline).ShouldBeGreaterThan(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Should_add_the_credentials_of_its_client()
    {
        await using var inner = await EchoServer.Start();
        await using var outer = await Start(inner.Address, propagates: true);

        var reply = await outer.Client.SayAsync(new EchoRequest { Text = "token" }, cancellationToken: Cancellation);

        reply.Text.ShouldBe("token");
        inner.Log.Authorization.ShouldBe("Bearer of-the-service");
    }

    private static Task<EchoServer> Start(string inner, bool propagates) => EchoServer.Start(
        services =>
        {
            var client = services.AddGrpcClient<Echo.EchoClient>(options => options.Address = new Uri(inner))
                .ConfigureChannel(channel => channel.UnsafeUseInsecureChannelCallCredentials = true)
                .AddCallCredentials((_, metadata) =>
                {
                    metadata.Add("authorization", "Bearer of-the-service");
                    return Task.CompletedTask;
                });
            if (propagates)
            {
                client.EnableCallContextPropagation();
            }
        },
        app => app.MapGrpcService<RelayService>());

    private sealed class RelayService(Echo.EchoClient next, EchoLog log) : Echo.EchoBase
    {
        public override async Task<EchoReply> Say(EchoRequest request, ServerCallContext context)
        {
            log.Deadline = context.Deadline;
            return await next.SayAsync(request);
        }
    }
}
