namespace Cnaim.Benchmarks.Costs;

/// <summary>CPU time of the platform's processes between two moments.</summary>
/// <param name="processes">Process ids by name; a name ending in <c>+</c> counts its children too.</param>
internal sealed class CpuMeter(IReadOnlyDictionary<string, int> processes)
{
    private Dictionary<string, double> _start = new(StringComparer.Ordinal);

    public void Start() => _start = Read();

    /// <summary>CPU milliseconds by process since <see cref="Start"/>.</summary>
    public IReadOnlyDictionary<string, double> Stop() => Read().ToDictionary(now => now.Key, now => now.Value - _start.GetValueOrDefault(now.Key), StringComparer.Ordinal);

    private Dictionary<string, double> Read() => processes.ToDictionary(
        process => process.Key.TrimEnd('+'), process => ProcessCost.CpuMilliseconds(process.Value, process.Key.EndsWith('+')), StringComparer.Ordinal);
}
