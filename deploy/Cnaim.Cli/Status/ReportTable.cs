using System.Globalization;
using Cnaim.Cli.Output;
using Cnaim.Launcher;
using Spectre.Console;

namespace Cnaim.Cli.Status;

internal static class ReportTable
{
    public static void Print(PlatformReport report)
    {
        var table = new Table { Border = TableBorder.Minimal };
        table.AddColumn(new TableColumn("Service").NoWrap());
        table.AddColumns("State", "Flow");
        foreach (var column in (string[])["Restarts", "Port", "Pid", "PSS MiB", "CPU %"])
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (var service in report.Services)
        {
            table.AddRow(
                service.Code, State(service), service.Flow ? "[green]green[/]" : "[red]red[/]", Text(service.Restarts), Text(service.Port), Text(service.Pid), Text(service.PssMiB), Text(service.CpuPercent));
        }

        foreach (var server in report.Servers)
        {
            table.AddRow(server.Name, server.Running ? "[green]running[/]" : "[red]gone[/]", "", "", Text(server.Port), Text(server.Pid), Text(server.PssMiB), Text(server.CpuPercent));
        }

        Terminal.Out.Write(table);
        foreach (var service in report.Services)
        {
            foreach (var alert in service.Alerts)
            {
                Terminal.Line($"{service.Code}: {alert}");
            }
        }

        Terminal.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.State.ToString().ToLowerInvariant()}: {report.Services.Count(service => service.Ready)} of {report.Services.Count} services ready, {report.PssMiB:F0} MiB PSS, {report.CpuPercent:F0} % of one core, gateway {report.Gateway}"));
    }

    private static string State(ServiceReport service) => (service.Status, service.Ready) switch
    {
        (ServiceStatus.Crashed, _) => string.Create(CultureInfo.InvariantCulture, $"[red]crashed ({service.LastExitCode}), again at {service.NextStartAt:HH:mm:ss}[/]"),
        (ServiceStatus.Paused, _) => "[yellow]paused[/]",
        (ServiceStatus.Stopped, _) => "[yellow]stopped[/]",
        (_, true) => "[green]ready[/]",
        (ServiceStatus.Starting, _) => "[yellow]starting[/]",
        _ => "[red]not ready[/]",
    };

    private static string Text(double? value) => value?.ToString("0.#", CultureInfo.InvariantCulture) ?? "-";
}
