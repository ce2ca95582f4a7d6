using System.Net;
using Cnaim.ServiceDefaults.Tests.Support;
using Cnaim.Testing.Edge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Cnaim.ServiceDefaults.Tests;

public sealed class When_a_service_stops
{
    [Fact]
    public async Task Should_answer_what_it_had_begun()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var service = await SampleService.StartAsync(issuer);
        var answer = service.SignIn().GetAsync("/v1/wait", TestContext.Current.CancellationToken);
        await SampleService.Waiting.Reader.ReadAsync(TestContext.Current.CancellationToken);
        var stop = service.App.StopAsync(TestContext.Current.CancellationToken);
        SampleService.GoOn.Release();
        (await answer).StatusCode.ShouldBe(HttpStatusCode.OK);
        await stop;
    }

    [Fact]
    public async Task Should_wait_ten_seconds_for_it()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var service = await SampleService.StartAsync(issuer);
        service.App.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout.ShouldBe(TimeSpan.FromSeconds(10));
    }
}
