namespace Cnaim.Demo.Report;

/// <summary>Percentiles from all samples, by nearest rank.</summary>
internal static class Percentiles
{
    public static double Of(IReadOnlyList<double> samples, double percent)
    {
        if (samples.Count == 0)
        {
            return 0;
        }

        var sorted = samples.Order().ToList();
        return Math.Round(sorted[Math.Max(0, (int)Math.Ceiling(percent / 100 * sorted.Count) - 1)], 1);
    }
}
