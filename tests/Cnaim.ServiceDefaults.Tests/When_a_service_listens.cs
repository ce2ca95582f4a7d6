using Cnaim.ServiceDefaults.Tests.Support;
using Cnaim.Testing.Edge;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cnaim.ServiceDefaults.Tests;

/// <summary>What the server allows a client before it has said who it is.</summary>
public sealed class When_a_service_listens
{
    [Fact]
    public async Task Should_wait_for_nobody_without_end()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var service = await SampleService.StartAsync(issuer);
        var limits = service.App.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        limits.RequestHeadersTimeout.ShouldBe(TimeSpan.FromSeconds(10));
        limits.KeepAliveTimeout.ShouldBe(TimeSpan.FromMinutes(2));
        limits.MinRequestBodyDataRate.ShouldNotBeNull().BytesPerSecond.ShouldBe(240);
        limits.MinRequestBodyDataRate.GracePeriod.ShouldBe(TimeSpan.FromSeconds(5));
        limits.Http2.MaxStreamsPerConnection.ShouldBe(100);
        (limits.MaxRequestBodySize, limits.MaxRequestHeadersTotalSize, limits.MaxRequestHeaderCount).ShouldBe((256 * 1024, 32 * 1024, 64));
    }
}
