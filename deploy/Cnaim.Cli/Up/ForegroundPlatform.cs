using System.Globalization;
using Cnaim.Cli.Output;
using Cnaim.Launcher;

namespace Cnaim.Cli.Up;

/// <summary>Runs the platform in this process until it is told to stop.</summary>
internal static class ForegroundPlatform
{
    public static async Task<int> RunAsync(UpSettings settings, PlatformLayout layout, PlatformOptions options, CancellationToken cancellationToken)
    {
        var quiet = settings.Json || settings.Supervised;
        var platform = await ProgressDisplay.RunAsync(quiet, progress => PlatformHandle.StartAsync(options, progress, cancellationToken));
        await using (platform)
        {
            if (!settings.Supervised)
            {
                Welcome.Print(layout, StateFile.Read(layout.State)!, settings.Json);
            }

            await WatchAsync(platform, cancellationToken);
            if (!quiet)
            {
                Terminal.Line("Stopping ...");
            }
        }

        return 0;
    }

    private static async Task WatchAsync(PlatformHandle platform, CancellationToken cancellationToken)
    {
        var seen = platform.Services.Values.ToDictionary(service => service.Code, service => service.Status, StringComparer.Ordinal);
        while (!cancellationToken.IsCancellationRequested)
        {
            foreach (var service in platform.Services.Values.Where(service => service.Status != seen[service.Code]))
            {
                seen[service.Code] = service.Status;
                Terminal.Line(Describe(service.State));
            }

            await Task.Delay(500, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static string Describe(ServiceState state) => state.Status is ServiceStatus.Crashed
        ? string.Create(CultureInfo.InvariantCulture, $"{state.Code} ended with exit code {state.LastExitCode}; it is started again at {state.NextStartAt:HH:mm:ss} UTC, see ./cnaim logs {state.Code}")
        : string.Create(CultureInfo.InvariantCulture, $"{state.Code} is {state.Status.ToString().ToLowerInvariant()}");
}
