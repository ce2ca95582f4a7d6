using Cnaim.Benchmarks.Costs;
using Cnaim.Benchmarks.Load;

namespace Cnaim.Benchmarks.Referrals;

/// <summary>One arrival rate, measured.</summary>
internal sealed record ReferralStep
{
    public required double Rate { get; init; }

    /// <summary>At the client: due to 201.</summary>
    public required Latencies Accept { get; init; }

    /// <summary>Commit at the sender to commit at the receiver.</summary>
    public required Latencies Delivery { get; init; }

    /// <summary>At the client: due, to the commit at the receiver.</summary>
    public required Latencies Whole { get; init; }

    /// <summary>Answers that were not 2xx, by status; 0 is a failed connection.</summary>
    public required IReadOnlyDictionary<int, int> Refused { get; init; }

    /// <summary>CPU milliseconds per delivered referral, by process.</summary>
    public IReadOnlyDictionary<string, double> Cpu { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>PostgreSQL's most expensive statements in this step.</summary>
    public IReadOnlyList<StatementCost> Statements { get; init; } = [];

    public double CommitsPerReferral { get; init; }

    public double WalBytesPerReferral { get; init; }

    /// <summary>Waiting in outbox and queue: mean of the last third less mean of the first third of the step.</summary>
    public double BacklogGrowth { get; init; }

    public TimeSpan Drain { get; init; }

    public required DeliveryCount Count { get; init; }

    /// <summary>Reliability.md section 6: the backlog does not grow, p99 is under a second, the drain ends in ten.</summary>
    public bool IsSustained => Count is { Holds: true, Drafts: 0 } && Refused.Count == 0 && Delivery.P99 < 1000 && Accept.P99 < 1000 && Drain < TimeSpan.FromSeconds(10) && BacklogGrowth < Math.Max(10, Rate * 0.1);

    public double CpuPerReferral => Cpu.Values.Sum();
}
