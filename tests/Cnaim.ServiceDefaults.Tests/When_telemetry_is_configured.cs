using Cnaim.ServiceDefaults.Telemetry;
using Cnaim.ServiceDefaults.Tests.Support;
using Cnaim.Testing.Edge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cnaim.ServiceDefaults.Tests;

public sealed class When_telemetry_is_configured
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("http://127.0.0.1:9", true)]
    public async Task Should_be_on_only_with_a_collector(string? endpoint, bool isOn)
    {
        await using var issuer = await Issuer.StartAsync();
        await using var service = await SampleService.StartAsync(issuer, builder => builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint);
        service.App.Services.GetServices<IHostedService>().OfType<TelemetryService>().Single().IsOn.ShouldBe(isOn);
    }
}
