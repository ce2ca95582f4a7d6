using Cnaim.Cli.Operating;
using Cnaim.Messaging;
using Cnaim.Testing;

namespace Cnaim.Faults.Tests;

/// <summary>F19: the receiver goes on from an older state of its database, then the sender does; what an operator runs after each closes the gap.</summary>
public sealed class When_a_backup_is_restored(FaultLab lab)
{
    private const string Forks = "SELECT count(*)::int FROM messaging.parked WHERE reason = 'fork'";
    private const int Before = 30;
    private const int After = 40;

    [Fact]
    public async Task Should_lose_and_double_nothing()
    {
        await using var pair = await FaultPair.StartAsync(lab);
        var (receiver, sender) = await LoadAsync(pair);
        await RestoreReceiverAsync(pair, receiver);
        await RestoreSenderAsync(pair, sender, isFastForwarded: true);

        var report = await pair.HealAndCountAsync();

        report.IsClean.ShouldBeTrue(report.ToString());
        (await pair.B.ScalarAsync<int>(Forks)).ShouldBe(0);
    }

    [Fact]
    public async Task Should_give_out_used_versions_without_a_fast_forward()
    {
        await using var pair = await FaultPair.StartAsync(lab);
        var (_, sender) = await LoadAsync(pair);
        await RestoreSenderAsync(pair, sender, isFastForwarded: false);
        await pair.Load.DrainAsync();

        await Eventually.Async(async () => await pair.B.ScalarAsync<int>(Forks) > 0, "forks");

        (await pair.CountAsync()).Lost.ShouldBePositive();
    }

    // Both backups are older than the last requests; streams of their own get no newer message that would show a gap.
    private static async Task<(Backup Receiver, Backup Sender)> LoadAsync(FaultPair pair)
    {
        pair.Load.Burst(Before);
        (await pair.HealAndCountAsync()).IsClean.ShouldBeTrue();
        var backups = await Task.WhenAll(Backup.TakeAsync(pair.B), Backup.TakeAsync(pair.A));
        pair.Load.Burst(After);
        for (var number = 0; number < 5; number++)
        {
            pair.Load.Send(Guid.CreateVersion7());
        }

        (await pair.HealAndCountAsync()).IsClean.ShouldBeTrue();
        return (backups[0], backups[1]);
    }

    private static async Task RestoreReceiverAsync(FaultPair pair, Backup backup)
    {
        await pair.B.KillAsync();
        pair.Faults++;
        await backup.RestoreAsync();
        await pair.B.StartAndWaitAsync();
        (await pair.CountAsync()).Lost.ShouldBe(After + 5); // Nothing newer comes, so nothing but the report can show it.

        using var client = new OperatorClient(new HttpClient { BaseAddress = pair.B.Url });
        await client.ReconcileAsync(pair.A.Code, TestContext.Current.CancellationToken);

        var report = await pair.HealAndCountAsync();
        report.IsClean.ShouldBeTrue(report.ToString());
    }

    private static async Task RestoreSenderAsync(FaultPair pair, Backup backup, bool isFastForwarded)
    {
        await pair.RememberAsync();
        await pair.A.KillAsync();
        pair.Faults++;
        await backup.RestoreAsync();
        if (isFastForwarded)
        {
            var others = OutboxFastForward.ReceiversOf(pair.A.Code).Where(code => !string.Equals(code, pair.B.Code, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
            var raised = await RestoredSender.FastForwardAsync(
                pair.A.Code, pair.A.Database, _ => Task.FromResult(new OperatorClient(new HttpClient { BaseAddress = pair.B.Url })), others, TestContext.Current.CancellationToken);
            raised.ShouldBePositive();
        }

        await pair.A.StartAndWaitAsync();
        pair.Load.Burst(After);
    }
}
