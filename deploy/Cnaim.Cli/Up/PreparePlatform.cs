using System.Globalization;
using Cnaim.Launcher;
using Cnaim.Servers;

namespace Cnaim.Cli.Up;

/// <summary>Everything before the first process: disk, ports, programs, published hosts.</summary>
internal static class PreparePlatform
{
    private const long LeastFreeBytes = 500L << 20;

    public static async Task<PlatformOptions> RunAsync(UpSettings settings, PlatformLayout layout, IProgress<PlatformStep> progress, CancellationToken cancellationToken)
    {
        var options = settings.ToOptions(layout);
        layout.Create();
        RequireDisk(layout);
        RequirePort(options.GatewayPort, "CNAIM_GATEWAY_PORT");
        RequirePort(options.GatewayGrpcPort, "CNAIM_GATEWAY_GRPC_PORT");
        await InstallAsync(settings, options, layout, progress, cancellationToken);
        await PublishPlatform.RunAsync(Repository.Find(), layout.App, progress, cancellationToken: cancellationToken);
        var given = GivenSettings.Of(Environment.GetEnvironmentVariables(), HostCatalogue.Read(layout.App));
        return options with { Environment = new Dictionary<string, IReadOnlyDictionary<string, string>>(options.Environment.Concat(given), StringComparer.Ordinal) };
    }

    private static void RequireDisk(PlatformLayout layout)
    {
        if (MachineFacts.FreeBytes(layout.Home) < LeastFreeBytes)
        {
            throw new LauncherException(LauncherProblem.Taken, $"The disk of {layout.Home} has less than 500 MB left; free space, or set CNAIM_HOME to a folder on another disk.");
        }
    }

    public static void RequirePort(int port, string variable)
    {
        if (port != 0 && !FreePorts.IsFree(port))
        {
            throw new LauncherException(
                LauncherProblem.Taken,
                string.Create(CultureInfo.InvariantCulture, $"Port {port} is taken by another program; end it, or choose another one: {variable}={port + 100} ./cnaim up."));
        }
    }

    private static async Task InstallAsync(UpSettings settings, PlatformOptions options, PlatformLayout layout, IProgress<PlatformStep> progress, CancellationToken cancellationToken)
    {
        var missing = Prerequisites.Missing(options.Postgres is null, options.RabbitMq is null);
        if (missing.Count == 0)
        {
            return;
        }

        if (!settings.MayInstall || !Prerequisites.CanInstall)
        {
            throw new LauncherException(
                LauncherProblem.Missing,
                $"Missing on this machine: {string.Join(", ", missing)}; install with 'apt-get install {string.Join(' ', missing)}' as root, or run ./cnaim up as root with --allow-install.");
        }

        await InstallPackages.RunAsync(missing, layout.Log("install"), progress, cancellationToken);
    }
}
