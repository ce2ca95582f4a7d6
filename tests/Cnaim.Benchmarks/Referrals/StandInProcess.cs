using System.Diagnostics;
using System.Globalization;

namespace Cnaim.Benchmarks.Referrals;

/// <summary>The stand-in as a process of its own, so that its cost is not the client's.</summary>
internal sealed class StandInProcess(Process process) : IDisposable
{
    public static StandInProcess Start(int port) => new(Process.Start(new ProcessStartInfo(
        Environment.ProcessPath!, [.. Assembly(), "permit-stand-in", port.ToString(CultureInfo.InvariantCulture)])
    { UseShellExecute = false })!);

    public async Task StopAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    // Started as "dotnet Cnaim.Benchmarks.dll" the process is dotnet itself.
    private static IEnumerable<string> Assembly() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet" ? [typeof(StandInProcess).Assembly.Location] : [];
}
