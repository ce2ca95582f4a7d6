using Cnaim.Messaging.Relay;
using Cnaim.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Messaging.Tests;

public sealed class When_two_relays_share_a_database(RealServers servers)
{
    [Fact]
    public async Task Should_publish_every_message_once()
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        await pair.StartSenderAsync();
        await using var second = await TestOffice.StartAsync(pair.SenderCode, pair.SenderDatabase, servers.BrokerUrlOf(pair.SenderCode));
        await using var tap = new Tap(pair);

        await Parallel.ForEachAsync(Enumerable.Range(0, 100), async (_, _) => await pair.RequestAsync(Guid.CreateVersion7()));
        await tap.TakeAsync(100);
        await Eventually.Async(async () => await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox") == 0, "an empty outbox");

        tap.Taken.Select(message => message.BasicProperties.MessageId).Distinct(StringComparer.Ordinal).Count().ShouldBe(100);
        tap.Taken.Count.ShouldBe(100);
        (await HoldersAsync(pair)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_take_over_from_a_holder_that_beats_no_more()
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        await pair.StartSenderAsync(Relays.Remove);
        await using var stopped = await pair.Sender.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using (var hold = stopped.CreateCommand())
        {
            // A stopped process: its session lives and holds the lock, but its last beat is old.
            hold.CommandText = """
                SELECT pg_advisory_lock(7741, 1);
                INSERT INTO messaging.relay_lease (backend_pid, holder, beat_at) VALUES (pg_backend_pid(), 'stopped', clock_timestamp() - interval '21 seconds');
                """;
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await pair.RequestAsync(Guid.CreateVersion7());
        await using var other = await TestOffice.StartAsync(pair.SenderCode, pair.SenderDatabase, servers.BrokerUrlOf(pair.SenderCode));

        await Eventually.Async(async () => await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox") == 0, "the outbox emptied by the other relay");
        (await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM messaging.relay_lease WHERE holder = 'stopped'")).ShouldBe(0);
        (await HoldersAsync(pair)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_leave_a_beating_holder_alone()
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        await pair.StartSenderAsync();
        var holder = 0;
        await Eventually.Async(async () => (holder = await pair.Sender.ScalarAsync<int>("SELECT backend_pid FROM messaging.relay_lease")) != 0, "a holder that has beaten");
        await using var second = await TestOffice.StartAsync(pair.SenderCode, pair.SenderDatabase, servers.BrokerUrlOf(pair.SenderCode));

        var standby = second.App.Services.GetRequiredService<RelayStatus>();
        await Eventually.Async(() => Task.FromResult(standby.IsStandby), "the second relay has tried and stands by");

        // Whoever relays now has beaten with its own session.
        await pair.RequestAsync(Guid.CreateVersion7());
        await Eventually.Async(async () => await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox") == 0, "an empty outbox");
        (await pair.Sender.ScalarAsync<int>("SELECT backend_pid FROM messaging.relay_lease")).ShouldBe(holder);
    }

    private static Task<long> HoldersAsync(OfficePair pair) => pair.Sender.ScalarAsync<long>(
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 7741 AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
}
