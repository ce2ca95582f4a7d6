using Cnaim.Testing;

namespace Cnaim.Messaging.Tests;

public sealed class When_messages_are_counted(RealServers servers)
{
    [Fact]
    public async Task Should_offer_these_instruments()
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        await pair.StartSenderAsync();
        using var counts = new MetricCounts(pair.Sender);

        counts.Names.Order(StringComparer.Ordinal).ShouldBe(
        [
            "cnaim.audit.unsealed.age",
            "cnaim.database.replication.slots",
            "cnaim.database.transaction.age",
            "cnaim.inbox.applied",
            "cnaim.inbox.duplicates",
            "cnaim.inbox.errors",
            "cnaim.inbox.failed",
            "cnaim.inbox.parked",
            "cnaim.inbox.parked.now",
            "cnaim.inbox.partitions.ahead",
            "cnaim.outbox.age",
            "cnaim.outbox.dead",
            "cnaim.outbox.parked",
            "cnaim.outbox.published",
            "cnaim.outbox.returned",
        ]);
    }

    [Fact]
    public async Task Should_count_what_is_sent_applied_repeated_parked_and_failed()
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        await pair.StartSenderAsync();
        using var sent = new MetricCounts(pair.Sender);
        var (stream, poisoned) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        for (var number = 0; number < 3; number++)
        {
            await pair.RequestAsync(stream);
        }

        await pair.RequestAsync(poisoned);
        // A copy that the relay repeats later would be applied before anybody counts.
        await Eventually.Async(async () => await pair.Sender.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox") == 0, "the relay to be done");
        await using var tap = new Tap(pair);
        await tap.TakeAsync(4);
        pair.Behaviour.BeforeApply = command => command.ReferralId == poisoned ? throw new InvalidOperationException("Poison.") : Task.CompletedTask;
        await pair.StartReceiverAsync(builder => builder.Configuration["Broker:GapPatienceSeconds"] = "3600"); // Asking for the gap would send more.
        using var received = new MetricCounts(pair.Receiver);

        await tap.DeliverAsync(0, 0, 2, 3);

        await CountAsync(received, "cnaim.inbox.duplicates", 1);
        await CountAsync(received, "cnaim.inbox.parked", 1);
        await CountAsync(received, "cnaim.inbox.failed", 1);
        await CountAsync(received, "cnaim.inbox.errors", 1);
        await CountAsync(received, "cnaim.inbox.applied", 1);
        await tap.DeliverAsync(1);
        await CountAsync(received, "cnaim.inbox.applied", 3);
        await CountAsync(sent, "cnaim.outbox.published", 4);
    }

    // A relay may repeat itself, and every copy is counted: what is promised is that nothing goes uncounted.
    private static Task CountAsync(MetricCounts counts, string name, double value) =>
        Eventually.Async(() => Task.FromResult(counts[name] > value - 0.5), $"{name} of at least {value}");
}
