using System.Globalization;

namespace Cnaim.Benchmarks.Firewall;

/// <summary>Two samples of answer times, compared by rank (Mann-Whitney) and by their medians.</summary>
/// <param name="Route">What was asked for.</param>
/// <param name="Calls">Answers in both samples together.</param>
/// <param name="MedianHidden">Median for records that exist and may not be seen, in microseconds.</param>
/// <param name="MedianMissing">Median for records that do not exist, in microseconds.</param>
/// <param name="Quartiles">Interquartile range of both samples together, in microseconds.</param>
/// <param name="Z">Standard score of the rank sum; positive when hidden ones take longer.</param>
internal sealed record TimingComparison(string Route, int Calls, double MedianHidden, double MedianMissing, double Quartiles, double Z)
{
    /// <summary>Two-sided, at one in a thousand: with five routes a quiet system fails once in two hundred runs.</summary>
    private const double Critical = 3.29;
    private const double Bound = 0.05;

    /// <summary>Difference of the medians as a share of the interquartile range.</summary>
    public double Share => Math.Abs(MedianHidden - MedianMissing) / Quartiles;

    /// <summary>A difference that is both real and large enough to be used. Either alone is noise, or nothing that anybody could see.</summary>
    public bool IsLeaking => Math.Abs(Z) > Critical && Share > Bound;

    public static TimingComparison Of(string route, IReadOnlyList<double> hidden, IReadOnlyList<double> missing)
    {
        (double Value, bool IsHidden)[] all = [.. hidden.Select(value => (value, true)), .. missing.Select(value => (value, false))];
        Array.Sort(all, static (left, right) => left.Value.CompareTo(right.Value));
        var rankSum = 0.0;
        for (var start = 0; start < all.Length;)
        {
            var end = start + 1;
            for (; end < all.Length && all[end].Value.Equals(all[start].Value); end++)
            {
                // Equal times share the mean of their ranks.
            }

            rankSum += (start + end + 1) / 2.0 * all.AsSpan(start, end - start).ToArray().Count(sample => sample.IsHidden);
            start = end;
        }

        var (n, m) = ((double)hidden.Count, (double)missing.Count);
        var z = (rankSum - (n * (n + m + 1) / 2)) / Math.Sqrt(n * m * (n + m + 1) / 12);
        double[] sorted = Array.ConvertAll(all, sample => sample.Value);
        return new TimingComparison(route, all.Length, Median(hidden), Median(missing), At(sorted, 0.75) - At(sorted, 0.25), z);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Route,-34} {Calls,5} calls  hidden {MedianHidden,7:0} µs  missing {MedianMissing,7:0} µs  difference {Share,6:0.0 %} of the IQR  z {Z,6:0.00}  {(IsLeaking ? "LEAKS" : "holds")}");

    private static double Median(IReadOnlyList<double> samples)
    {
        double[] sorted = [.. samples.Order()];
        return At(sorted, 0.5);
    }

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];
}
