namespace Cnaim.Benchmarks.Load;

/// <summary>Percentiles of one step, in milliseconds, from all samples; percentiles are never averaged.</summary>
/// <param name="Count">How many samples.</param>
/// <param name="P50">Median.</param>
/// <param name="P90">90th percentile.</param>
/// <param name="P99">99th percentile.</param>
/// <param name="P999">99.9th percentile.</param>
/// <param name="Max">The slowest.</param>
internal sealed record Latencies(int Count, double P50, double P90, double P99, double P999, double Max)
{
    public static Latencies Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.ToArray();
        Array.Sort(sorted);
        return sorted.Length == 0 ? new Latencies(0, 0, 0, 0, 0, 0) : new Latencies(sorted.Length, At(0.5), At(0.9), At(0.99), At(0.999), sorted[^1]);

        // Nearest rank: the smallest sample that at least this share does not exceed.
        double At(double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    public override string ToString() => FormattableString.Invariant($"p50 {P50,7:0.0}  p90 {P90,7:0.0}  p99 {P99,7:0.0}  p99.9 {P999,7:0.0}  max {Max,7:0.0} ms");
}
