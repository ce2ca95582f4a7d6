using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Cnaim.Grpc.Tests;

public sealed class When_health_is_asked_for
{
    private HealthStatus _status = HealthStatus.Healthy;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HealthStatus.Healthy, ServingStatus.Serving)]
    [InlineData(HealthStatus.Degraded, ServingStatus.Serving)]
    [InlineData(HealthStatus.Unhealthy, ServingStatus.NotServing)]
    public async Task Should_answer_with_the_mapped_checks(HealthStatus status, ServingStatus expected)
    {
        _status = status;
        await using var server = await Start();

        (await Client(server).CheckAsync(new HealthCheckRequest(), cancellationToken: Cancellation)).Status.ShouldBe(expected);
    }

    [Fact]
    public async Task Should_leave_out_checks_that_are_not_mapped()
    {
        _status = HealthStatus.Unhealthy;
        await using var server = await Start();

        (await Client(server).CheckAsync(new HealthCheckRequest { Service = "other" }, cancellationToken: Cancellation)).Status
            .ShouldBe(ServingStatus.Unknown);
    }

    [Fact]
    public async Task Should_not_know_a_service_without_checks()
    {
        await using var server = await Start();

        (await Should.ThrowAsync<RpcException>(async () => await Client(server).CheckAsync(new HealthCheckRequest { Service = "x" })))
            .StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task Should_tell_each_change_while_watched()
    {
        await using var server = await Start();
        using var call = Client(server).Watch(new HealthCheckRequest(), cancellationToken: Cancellation);

        (await Next(call)).ShouldBe(ServingStatus.Serving);
        _status = HealthStatus.Unhealthy;
        (await Next(call)).ShouldBe(ServingStatus.NotServing);
    }

    private static Health.HealthClient Client(EchoServer server) => new(server.Channel);

    private static async Task<ServingStatus> Next(AsyncServerStreamingCall<HealthCheckResponse> call)
    {
        (await call.ResponseStream.MoveNext(Cancellation)).ShouldBeTrue();
        return call.ResponseStream.Current.Status;
    }

    private Task<EchoServer> Start() => EchoServer.Start(
        services =>
        {
            services.AddGrpcHealthChecks(options =>
            {
                options.Services.Map("", check => check.Tags.Contains("ready", StringComparer.Ordinal));
                options.Services.Map("other", check => check.Tags.Contains("other", StringComparer.Ordinal));
            }).AddCheck("database", () => new HealthCheckResult(_status), ["ready"]);
        },
        app => app.MapGrpcHealthChecksService());
}
