using Cnaim.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Cnaim.Messaging.Tests;

public sealed class When_the_flow_breaks(RealServers servers)
{
    [Fact]
    public async Task Should_be_red_without_broker_and_green_again_with_it()
    {
        using var lent = await servers.LendOfficeAsync();
        var address = new UriBuilder(lent.BrokerUrl);
        await using var wire = new TcpProxy(address.Host, address.Port);
        address.Port = wire.Port;
        await using var office = await TestOffice.StartAsync(lent.Code, await servers.CreateDatabaseAsync(), address.Uri.ToString());
        await FlowAsync(office, null);

        wire.IsDown = true;
        await FlowAsync(office, "The broker does not answer.");
        (await HealthAsync(office, "ready")).Status.ShouldBe(HealthStatus.Healthy);
        wire.IsDown = false;

        await FlowAsync(office, null);
    }

    [Fact]
    public async Task Should_be_red_without_database_and_green_again_with_it()
    {
        using var lent = await servers.LendOfficeAsync();
        var database = new NpgsqlConnectionStringBuilder(await servers.CreateDatabaseAsync());
        await using var wire = new TcpProxy(database.Host!, database.Port);
        (database.Host, database.Port) = ("127.0.0.1", wire.Port);
        await using var office = await TestOffice.StartAsync(lent.Code, database.ConnectionString, lent.BrokerUrl);
        await FlowAsync(office, null);

        wire.IsDown = true;
        await FlowAsync(office, "The database does not answer.");
        (await HealthAsync(office, "ready")).Status.ShouldBe(HealthStatus.Unhealthy);
        wire.IsDown = false;

        await FlowAsync(office, null);
    }

    [Fact]
    public async Task Should_be_red_without_any_relay()
    {
        using var lent = await servers.LendOfficeAsync();
        await using var office = await TestOffice.StartAsync(lent.Code, await servers.CreateDatabaseAsync(), lent.BrokerUrl, Relays.Remove);

        await FlowAsync(office, "No relay is active.");
    }

    [Fact]
    public async Task Should_be_degraded_while_partitions_are_missing()
    {
        using var lent = await servers.LendOfficeAsync();
        await using var office = await TestOffice.StartAsync(lent.Code, await servers.CreateDatabaseAsync(), lent.BrokerUrl);
        using var counts = new MetricCounts(office);
        await FlowAsync(office, null);
        counts["cnaim.inbox.partitions.ahead"].ShouldBe(7);

        foreach (var name in (await office.QueryAsync<string>("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'messaging.inbox'::regclass ORDER BY 1 DESC LIMIT 5")))
        {
            await office.ExecuteAsync($"DROP TABLE {name}");
        }

        await FlowAsync(office, "The inbox has partitions for fewer than 3 days ahead.", HealthStatus.Degraded);
        counts["cnaim.inbox.partitions.ahead"].ShouldBe(2);
    }

    [Theory]
    [InlineData(20_000, 60, 3, 0)]
    [InlineData(20_001, 60, 3, 1)]
    [InlineData(20_000, 60.1, 3, 1)]
    [InlineData(20_000, 60, 2, 1)]
    [InlineData(30_000, 90, 0, 3)]
    public void Should_warn_beyond_each_threshold(long deadTuples, double transaction, long partitions, int warnings) =>
        new DatabaseUpkeep { DeadTuples = deadTuples, OldestTransaction = transaction, PartitionsAhead = partitions }.Warnings().Count.ShouldBe(warnings);

    [Fact]
    public async Task Should_see_dead_rows_and_old_transactions()
    {
        using var lent = await servers.LendOfficeAsync();
        await using var office = await TestOffice.StartAsync(lent.Code, await servers.CreateDatabaseAsync(), lent.BrokerUrl, Relays.Remove);
        using var counts = new MetricCounts(office);
        await using var reader = await office.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await reader.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, TestContext.Current.CancellationToken);
        await using var look = new NpgsqlCommand("SELECT 1", reader, transaction);
        await look.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        await office.ExecuteAsync("""
            INSERT INTO messaging.outbox (message_id, stream_id, audience, parked_at) SELECT gen_random_uuid(), gen_random_uuid(), 'health', now() FROM generate_series(1, 100);
            DELETE FROM messaging.outbox;
            """);

        await Eventually.Async(() => Task.FromResult(counts["cnaim.outbox.dead"] >= 100), "dead rows seen");
        await Eventually.Async(() => Task.FromResult(counts["cnaim.database.transaction.age"] > 1), "the open transaction seen");
    }

    private static Task FlowAsync(TestOffice office, string? problem, HealthStatus status = HealthStatus.Unhealthy) => Eventually.Async(
        async () =>
        {
            var entry = (await HealthAsync(office, "flow")).Entries["messaging"];
            return entry.Status == (problem is null ? HealthStatus.Healthy : status) && string.Equals(entry.Description, problem, StringComparison.Ordinal);
        },
        problem ?? "a green flow");

    private static Task<HealthReport> HealthAsync(TestOffice office, string tag) =>
        office.App.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains(tag), TestContext.Current.CancellationToken);
}
