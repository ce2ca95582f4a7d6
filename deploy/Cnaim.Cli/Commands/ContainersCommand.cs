using System.CommandLine;
using Cnaim.Cli.Output;
using Cnaim.Launcher;

namespace Cnaim.Cli.Commands;

internal static class ContainersCommand
{
    private static readonly Option<string> To = new("--to") { Description = "Folder that receives one file of variables per service.", Required = true };
    private static readonly Option<string> App = new("--app") { Description = "Folder of the published hosts.", DefaultValueFactory = _ => "/app" };
    private static readonly Option<string> Issuer = new("--issuer") { Description = "Public address of the gateway.", DefaultValueFactory = _ => "http://127.0.0.1:8080" };

    public static Command Create()
    {
        var command = new Command("containers", "Prepare the servers named by CNAIM_POSTGRES and CNAIM_RABBITMQ for hosts that run in containers.") { To, App, Issuer };
        command.SetAction((line, cancellationToken) => RunAsync(line.GetRequiredValue(To), line.GetRequiredValue(App), line.GetRequiredValue(Issuer), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string to, string app, string issuer, CancellationToken cancellationToken)
    {
        var prepared = await PrepareContainers.RunAsync(to, app, issuer, cancellationToken);
        Terminal.Line($"Databases, broker and keys of {prepared} services are prepared in {to}.");
        return 0;
    }
}
