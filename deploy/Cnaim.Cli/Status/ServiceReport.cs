using System.Globalization;
using Cnaim.Launcher;

namespace Cnaim.Cli.Status;

/// <summary>A service at one moment.</summary>
internal sealed record ServiceReport(
    string Code, ServiceStatus Status, bool Ready, bool Flow, int? Pid, int Port, int Restarts, int? LastExitCode, DateTimeOffset? NextStartAt, double? PssMiB, double CpuPercent,
    IReadOnlyList<string> Alerts)
{
    public static async Task<ServiceReport> TakeAsync(ServiceState service, PlatformReport.Meter meter, CancellationToken cancellationToken)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{service.Port}");
        var ready = Readiness.IsReadyAsync(address, cancellationToken);
        var flow = Readiness.IsFlowingAsync(address, cancellationToken);
        var alerts = Readiness.AlertsAsync(address, cancellationToken);
        var (pss, cpu) = meter.Read(service.Process);
        return new ServiceReport(
            service.Code, service.Status, await ready, await flow, service.Process?.Id, service.Port, service.Restarts, service.LastExitCode, service.NextStartAt, pss, cpu, await alerts);
    }
}
