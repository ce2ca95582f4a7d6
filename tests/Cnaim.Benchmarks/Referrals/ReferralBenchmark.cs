using Cnaim.Servers;

namespace Cnaim.Benchmarks.Referrals;

/// <summary>Accept a referral at A, committed in B (reliability.md section 6).</summary>
internal sealed class ReferralBenchmark(ReferralProfile profile, string app, TextWriter log)
{
    private readonly List<ReferralStep> _permit = [];
    private readonly List<ReferralStep> _all = [];

    public async Task<ReferralResult> RunAsync(CancellationToken cancellationToken)
    {
        var fsync = new List<double>();
        var (sustained, floor) = (new List<double>(), new List<ReferralFloor>());
        for (var repeat = 1; repeat <= profile.Repeats; repeat++)
        {
            await using var run = await StartAsync(QueueType.Quorum, standIn: null, cancellationToken);
            fsync.Add(await run.FsyncAsync(cancellationToken));
            log.WriteLine(await run.ServersAsync(cancellationToken));
            log.WriteLine($"quorum queue, permit fetched for each referral (run {repeat} of {profile.Repeats}); fsync {fsync[^1]:0}/s");
            var steps = await StepsAsync(run, profile.Rates, cancellationToken);
            _permit.AddRange(steps);
            sustained.Add(await SearchAsync(run, Highest(steps), cancellationToken));
            log.WriteLine($"  resident: {string.Join(", ", run.Memory())}");
            floor.Add(await run.FloorAsync(cancellationToken));
            fsync.Add(await run.FsyncAsync(cancellationToken));
        }

        if (profile.Comparisons)
        {
            await CompareAsync(cancellationToken);
        }

        return new ReferralResult { Steps = _permit, Counts = [.. _all.Select(step => step.Count)], Sustained = Median(sustained), Floor = floor[floor.Count / 2], Fsync = fsync };
    }

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        await using (var classic = await StartAsync(QueueType.Classic, standIn: null, cancellationToken))
        {
            log.WriteLine("classic queue, permit fetched for each referral");
            await StepsAsync(classic, [300], cancellationToken);
        }

        var port = FreePorts.Next();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var standIn = StandInProcess.Start(port);
        await using var bare = await StartAsync(QueueType.Quorum, $"http://127.0.0.1:{port}", cancellationToken);
        log.WriteLine("quorum queue, a stand-in grants every permit at once: the price of the decision is the difference");
        await SearchAsync(bare, Highest(await StepsAsync(bare, [300], cancellationToken)), cancellationToken);
        await standIn.StopAsync();
    }

    private Task<ReferralRun> StartAsync(QueueType queueType, string? standIn, CancellationToken cancellationToken) =>
        ReferralRun.StartAsync(new ReferralRunOptions { Profile = profile, App = app, QueueType = queueType, StandIn = standIn, Log = log }, cancellationToken);

    private async Task<IReadOnlyList<ReferralStep>> StepsAsync(ReferralRun run, double[] rates, CancellationToken cancellationToken)
    {
        var steps = await run.StepsAsync(rates, cancellationToken);
        _all.AddRange(steps);
        return steps;
    }

    /// <summary>The highest rate that is sustained; stops at the first that is not.</summary>
    private async Task<double> SearchAsync(ReferralRun run, double known, CancellationToken cancellationToken)
    {
        var best = known;
        foreach (var rate in profile.Search.Where(rate => rate > known))
        {
            var step = await run.StepAsync(rate, TimeSpan.FromSeconds(3), profile.SearchMeasured, cancellationToken);
            _all.Add(step);
            if (!step.IsSustained)
            {
                break;
            }

            best = rate;
        }

        log.WriteLine($"  sustained: {best:0}/s");
        return best;
    }

    private static double Highest(IEnumerable<ReferralStep> steps) => steps.Where(step => step.IsSustained).Select(step => step.Rate).DefaultIfEmpty(0).Max();

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
