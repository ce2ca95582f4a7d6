using Cnaim.Launcher;
using Cnaim.Servers;

namespace Cnaim.Cli.Status;

/// <summary>The platform at one moment.</summary>
internal sealed record PlatformReport(
    PlatformPhase State, string? Gateway, string? Grpc, double? PssMiB, double CpuPercent, IReadOnlyList<ServiceReport> Services, IReadOnlyList<ServerReport> Servers)
{
    public bool IsGreen => State is PlatformPhase.Ready && Services.All(service => service.Ready);

    public static async Task<PlatformReport> TakeAsync(PlatformState state, TimeSpan measured, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        var (before, started) = (ProcessTable.Read(), clock.GetTimestamp());
        await Task.Delay(measured, cancellationToken);
        var (after, seconds) = (ProcessTable.Read(), clock.GetElapsedTime(started).TotalSeconds);
        var meter = new Meter(before, after, seconds);
        var services = await Task.WhenAll(state.Services.Select(service => ServiceReport.TakeAsync(service, meter, cancellationToken)));
        var servers = state.Servers.Select(server => ServerReport.Take(server, meter))
            .Append(ServerReport.Take(new ServerState("supervisor", state.Supervisor, 0), meter, withChildren: false)).ToList();
        return new PlatformReport(
            state.Phase,
            state.Gateway,
            state.GatewayGrpc,
            Round(services.Sum(service => service.PssMiB) + servers.Sum(server => server.PssMiB)),
            Math.Round(services.Sum(service => service.CpuPercent) + servers.Sum(server => server.CpuPercent), 1),
            services,
            servers);
    }

    private static double? Round(double? value) => value is { } number ? Math.Round(number, 1) : null;

    internal sealed class Meter(ProcessTable before, ProcessTable after, double seconds)
    {
        public (double? PssMiB, double CpuPercent) Read(ProcessMark? mark, bool withChildren = true)
        {
            if (mark is not { IsRunning: true })
            {
                return (0, 0);
            }

            var (then, now) = withChildren ? (before.Of(mark.Id, withMemory: false), after.Of(mark.Id, withMemory: true)) : (before.Alone(mark.Id), after.Alone(mark.Id));
            var cpu = 100 * Math.Max(0, now.ProcessorSeconds - then.ProcessorSeconds) / seconds;
            return (now.ProportionalBytes is { } bytes ? Math.Round(bytes / 1048576.0, 1) : null, Math.Round(cpu, 1));
        }
    }
}
