using System.Globalization;
using System.Text.RegularExpressions;

namespace Cnaim.Benchmarks.Costs;

/// <summary>How often the disk can be forced a second, by PostgreSQL's own probe; no figure means anything without it.</summary>
internal static partial class FsyncProbe
{
    public static async Task<double> MeasureAsync(string binaries, string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "fsync-probe");
        var output = await Tool.RunAsync(Path.Combine(binaries, "pg_test_fsync"), ["-s", "1", "-f", file], cancellationToken);
        return Rate().Match(output) is { Success: true } match ? double.Parse(match.Groups["rate"].Value, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"fdatasync\s+(?<rate>[\d.]+) ops/sec", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rate();
}
