using Cnaim.Testing;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cnaim.Messaging.Tests;

public sealed class When_a_service_joins(RealServers servers)
{
    [Fact]
    public async Task Should_report_its_usage_to_nobody()
    {
        using var lent = await servers.LendOfficeAsync();
        await using var office = await TestOffice.StartAsync(lent.Code, await servers.CreateDatabaseAsync(), lent.BrokerUrl);

        office.App.Services.GetRequiredService<IOptions<UsageTelemetryOptions>>().Value.Enabled.ShouldBeFalse();
    }
}
