using System.Text.Json;

namespace Cnaim.Benchmarks.Referrals;

/// <summary>What a whole run of the benchmark found.</summary>
internal sealed record ReferralResult
{
    /// <summary>Steps on quorum queues with a permit for each referral.</summary>
    public required IReadOnlyList<ReferralStep> Steps { get; init; }

    /// <summary>Of every step that ran, whatever it was for.</summary>
    public required IReadOnlyList<DeliveryCount> Counts { get; init; }

    /// <summary>Median of the repeats.</summary>
    public required double Sustained { get; init; }

    public required ReferralFloor Floor { get; init; }

    /// <summary>Forced writes a second, before and after each repeat.</summary>
    public required IReadOnlyList<double> Fsync { get; init; }

    public bool Holds => Counts.All(count => count.Holds);

    /// <summary>The last line with <c>--json</c>; latencies are commit at A to commit in B.</summary>
    public string ToJson()
    {
        var (at50, at300) = (At(50), At(300));
        return JsonSerializer.Serialize(new
        {
            queue = "quorum",
            sustainedPerSecond = Sustained,
            p50MsAt50 = Math.Round(at50.Delivery.P50, 1),
            p99MsAt50 = Math.Round(at50.Delivery.P99, 1),
            p99MsAt300 = Math.Round(at300.Delivery.P99, 1),
            cpuMsPerReferral = Math.Round(at300.CpuPerReferral, 2),
            floorPerSecond = Math.Round(Floor.PerSecond),
            fsyncPerSecond = Math.Round(Fsync.Average()),
            lost = Counts.Max(count => count.Lost),
            duplicated = Counts.Max(count => count.Duplicated),
        });
    }

    // The nearest rate that was measured; with repeats the one whose p99 is the median.
    private ReferralStep At(double rate)
    {
        var same = Steps.GroupBy(step => Math.Abs(step.Rate - rate)).MinBy(steps => steps.Key)!.OrderBy(step => step.Delivery.P99).ToList();
        return same[same.Count / 2];
    }
}
