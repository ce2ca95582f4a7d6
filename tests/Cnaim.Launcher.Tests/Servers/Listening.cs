using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Cnaim.Launcher.Tests.Servers;

internal static partial class Listening
{
    public static IReadOnlyList<IPEndPoint> Of(int processId)
    {
        using var process = Process.Start(new ProcessStartInfo("ss", ["-Hltnp"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n');
        process.WaitForExit();
        return [.. lines.Where(line => line.Contains(string.Create(CultureInfo.InvariantCulture, $"pid={processId},"), StringComparison.Ordinal))
            .Select(line => IPEndPoint.Parse(Local().Match(line).Groups["local"].Value.Replace("*", "0.0.0.0", StringComparison.Ordinal)))];
    }

    [GeneratedRegex(@"^LISTEN\s+\d+\s+\d+\s+(?<local>\S+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Local();
}
