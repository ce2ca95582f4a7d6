using Cnaim.Launcher;

namespace Cnaim.Cli.Status;

/// <summary>A server, or the supervisor, at one moment.</summary>
internal sealed record ServerReport(string Name, bool Running, int Pid, int? Port, double? PssMiB, double CpuPercent)
{
    public static ServerReport Take(ServerState server, PlatformReport.Meter meter, bool withChildren = true)
    {
        var (pss, cpu) = meter.Read(server.Process, withChildren);
        return new ServerReport(server.Name, server.Process.IsRunning, server.Process.Id, server.Port == 0 ? null : server.Port, pss, cpu);
    }
}
