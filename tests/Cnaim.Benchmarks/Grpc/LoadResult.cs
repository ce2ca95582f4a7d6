namespace Cnaim.Benchmarks;

/// <summary>What a step of load showed.</summary>
/// <param name="Calls">Answered calls.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="ServerSeconds">CPU time of the server.</param>
/// <param name="Latencies">Milliseconds, sorted.</param>
internal sealed record LoadResult(long Calls, double Seconds, double ServerSeconds, double[] Latencies)
{
    public double PerSecond => Calls / Seconds;

    public double PerServerCore => Calls / ServerSeconds;

    public double Percentile(double share) => Latencies.Length == 0 ? 0 : Latencies[(int)Math.Min(Latencies.Length * share, Latencies.Length - 1)];

    public static LoadResult Sum(IReadOnlyCollection<LoadResult> parts) => new(
        parts.Sum(part => part.Calls),
        parts.Sum(part => part.Seconds),
        parts.Sum(part => part.ServerSeconds),
        [.. parts.SelectMany(part => part.Latencies).Order()]);
}
