using System.Text;
using Cnaim.Testing;

namespace Cnaim.Faults.Tests;

/// <summary>
/// F10: ten messages that cannot be applied, of four kinds, among many good ones, which may lose nothing by them. What is kept is counted as a set of ids:
/// a process that dies between moving a message to its error queue and acknowledging it moves it once more, which at-least-once allows.
/// </summary>
public sealed class When_messages_are_poisoned(FaultLab lab)
{
    private const string Malformed = "{ not json";
    private readonly Guid _crashing = Guid.CreateVersion7();
    private readonly Guid[] _throwing = [.. Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7())];
    private readonly Guid[] _malformed = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];

    [Fact]
    public async Task Should_apply_all_others_and_keep_the_poisoned_with_a_reason()
    {
        await using var pair = await FaultPair.CreateAsync(lab);
        using var unreachable = await lab.Servers.LendOfficeAsync();
        try
        {
            await PoisonAsync(pair, unreachable.Code);
            var restarts = await RunAsync(pair);

            var report = await pair.CountAsync();
            ShouldHaveAppliedTheOthers(report);
            await ShouldHaveKeptThePoisonedAsync(pair, restarts);
            restarts.ShouldBeInRange(1, 6); // Three deliveries, then three tries as a parked message.
            pair.B.PoisonTries.Count(_crashing.ToString().Equals).ShouldBe(restarts);
        }
        finally
        {
            await Shim.RestoreQueueAsync(lab, unreachable.Code);
        }
    }

    // The unroutable one is the first row of the outbox; the others lie between good ones when the receiver starts.
    private async Task PoisonAsync(FaultPair pair, string unreachable)
    {
        await Shim.DeleteQueueAsync(lab, unreachable);
        await pair.A.StartAndWaitAsync();
        pair.Poison.Send(Guid.CreateVersion7(), unreachable);
        await pair.Poison.DrainAsync();
        await Eventually.Async(async () => await pair.A.ScalarAsync<int>("SELECT count(*)::int FROM messaging.outbox WHERE last_error = 'returned'") == 1, "returned");
        pair.Poison.Send(Guid.CreateVersion7());
        var template = (await Shim.TakeAsync(pair, 1))[0];
        pair.Load.Burst(Profile.AmongPoisoned / 2);
        Array.ForEach(_throwing, stream => pair.Poison.Send(stream));
        pair.Poison.Send(_crashing);
        await Shim.DeliverAsync(pair, _malformed.Select(id => (Shim.Copy(template, id.ToString()), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(Malformed))));
        pair.Load.Burst(Profile.AmongPoisoned / 2);
        await Task.WhenAll(pair.Load.DrainAsync(), pair.Poison.DrainAsync());
        await Eventually.Async(async () => await pair.A.ScalarAsync<int>("SELECT count(*)::int FROM messaging.outbox") == 1, "all others published");
        pair.Faults = 10;
    }

    private async Task<int> RunAsync(FaultPair pair)
    {
        pair.B.Poison = string.Join(',', _throwing.Select(stream => $"{stream}=throw").Append($"{_crashing}=crash"));
        pair.B.Start();
        using var stop = new CancellationTokenSource();
        var supervisor = pair.B.SuperviseAsync(stop.Token);
        try
        {
            await Eventually.Async(async () => await IsAtRestAsync(pair), "at rest", 240, 500);
            var tries = pair.B.PoisonTries.Count;
            pair.Load.Burst(20); // What comes later finds nothing in its way, and wakes no poison.
            await pair.Load.DrainAsync();
            await Eventually.Async(async () => await IsAtRestAsync(pair), "at rest again", 240, 500);
            pair.B.PoisonTries.Count.ShouldBe(tries);
        }
        finally
        {
            await stop.CancelAsync();
        }

        return await supervisor;
    }

    private async Task<bool> IsAtRestAsync(FaultPair pair)
    {
        if (!await pair.B.IsFlowingAsync())
        {
            return false;
        }

        var applied = (await pair.B.QueryAsync<Guid>("SELECT request_id FROM apply_log")).ToHashSet();
        return pair.Load.Accepted().All(accepted => applied.Contains(accepted.Id))
            && await pair.B.ScalarAsync<int>("SELECT count(*)::int FROM messaging.parked WHERE reason <> 'crash' OR attempts < 3") == 0
            && (await PoisonedAsync(pair)).IsSubsetOf((await KeptAsync(pair)).Select(kept => kept.Id))
            && await pair.QueuedAsync() == 0;
    }

    private async Task<HashSet<Guid>> PoisonedAsync(FaultPair pair)
    {
        var streams = string.Join(',', _throwing.Append(_crashing).Select(stream => $"'{stream}'"));
        return [.. _malformed, .. await pair.A.QueryAsync<Guid>($"SELECT message_id FROM messaging.sent_event WHERE stream_id IN ({streams})")];
    }

    private static async Task<List<(Guid Id, string Reason)>> KeptAsync(FaultPair pair)
    {
        var errors = await Shim.LookAsync(pair.Lab, pair.B.Code + "_error");
        var parked = await pair.B.QueryAsync<(Guid, string)>("SELECT message_id, reason FROM messaging.parked");
        return [.. errors.Select(message => (Guid.Parse(Shim.Text(message, "ce-id")), Shim.Text(message, "cn-reason"))), .. parked];
    }

    private static void ShouldHaveAppliedTheOthers(FaultReport report)
    {
        report.Accepted.ShouldBe(Profile.AmongPoisoned + 20);
        report.Applied.ShouldBe(report.Accepted);
        (report with { Unhealed = 0 }).IsClean.ShouldBeTrue(report.ToString());
        report.Unhealed.ShouldBeGreaterThanOrEqualTo(10);
    }

    private async Task ShouldHaveKeptThePoisonedAsync(FaultPair pair, int restarts)
    {
        (await pair.A.QueryAsync<string>("SELECT last_error FROM messaging.outbox")).ShouldBe(["returned"]);
        (await pair.B.QueryAsync<Guid>("SELECT stream_id FROM messaging.parked WHERE reason = 'crash' AND attempts = 3")).ShouldContain(_crashing);
        var kept = await KeptAsync(pair);
        kept.Select(message => message.Id).ToHashSet().ShouldBe(await PoisonedAsync(pair), ignoreOrder: true);
        kept.ShouldAllBe(message => message.Reason.Length > 0);
        // Only a death makes a second copy.
        kept.CountBy(message => message.Id).ShouldAllBe(copies => copies.Value <= 1 + restarts);
        foreach (var stream in _throwing)
        {
            // Two tries in each of four rounds, for each of three deliveries; three more when it was parked.
            pair.B.PoisonTries.Count(stream.ToString().Equals).ShouldBeInRange(1, 27);
        }
    }
}
