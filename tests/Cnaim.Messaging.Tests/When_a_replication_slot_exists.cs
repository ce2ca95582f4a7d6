using Cnaim.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cnaim.Messaging.Tests;

/// <summary>A slot is seen by every database of the server, so no other test may run meanwhile.</summary>
[Collection(nameof(When_a_replication_slot_exists))]
[CollectionDefinition(nameof(When_a_replication_slot_exists), DisableParallelization = true)]
public sealed class When_a_replication_slot_exists(RealServers servers)
{
    [Fact]
    public async Task Should_be_red_until_it_is_dropped()
    {
        using var lent = await servers.LendOfficeAsync();
        await using var office = await TestOffice.StartAsync(lent.Code, await servers.CreateDatabaseAsync(), lent.BrokerUrl);
        await office.ExecuteAsync("SELECT pg_create_physical_replication_slot('forgotten', false)");
        try
        {
            await Eventually.Async(async () => await DescriptionAsync(office) is "A replication slot exists: a dead reader would fill the disk with WAL. Drop it.", "a red flow");
        }
        finally
        {
            await office.ExecuteAsync("SELECT pg_drop_replication_slot('forgotten')");
        }

        await Eventually.Async(async () => await DescriptionAsync(office) is null, "a green flow");
    }

    private static async Task<string?> DescriptionAsync(TestOffice office) =>
        (await office.App.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken)).Entries["messaging"].Description;
}
