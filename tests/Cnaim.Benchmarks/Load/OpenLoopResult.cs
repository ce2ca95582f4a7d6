namespace Cnaim.Benchmarks.Load;

/// <summary>What the client saw in one step.</summary>
/// <param name="Accept">Latency of the measured requests that were answered 2xx.</param>
/// <param name="Accepted">Ids answered 201 with the moment they were due, warm-up included: all of them must arrive.</param>
/// <param name="Measured">The ids among them that count for latency.</param>
/// <param name="Refused">Measured answers that were not 2xx, by status.</param>
internal sealed record OpenLoopResult(Latencies Accept, IReadOnlyDictionary<Guid, DateTime> Accepted, IReadOnlySet<Guid> Measured, IReadOnlyDictionary<int, int> Refused)
{
    public static OpenLoopResult Of(IEnumerable<Sample> samples)
    {
        var all = samples.ToList();
        return new OpenLoopResult(
            Latencies.Of(all.Where(sample => sample is { IsMeasured: true, Status: >= 200 and < 300 }).Select(sample => sample.Milliseconds)),
            all.Where(sample => sample is { Status: 201, Id: not null }).ToDictionary(sample => sample.Id!.Value, sample => sample.DueAt),
            all.Where(sample => sample is { Status: 201, Id: not null, IsMeasured: true }).Select(sample => sample.Id!.Value).ToHashSet(),
            all.Where(sample => sample.Status is < 200 or >= 300).GroupBy(sample => sample.Status).ToDictionary(group => group.Key, group => group.Count()));
    }
}
