using System.CommandLine;
using Cnaim.Cli.Output;
using Cnaim.Launcher;

namespace Cnaim.Cli.Commands;

internal static class TokenCommand
{
    private static readonly Argument<string> Identity = new("CODE@CENTRE") { Description = "Office and centre of a demo identity, such as health@cnaim-lisboa." };
    private static readonly Option<string?> Role = new("--role") { Description = "Its role; office-agent by default." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print one line of JSON." };

    public static Command Create()
    {
        var command = new Command("token", "Print a token of a demo identity (sandbox only).") { Identity, Role, Json };
        command.SetAction((line, cancellationToken) => RunAsync(line.GetRequiredValue(Identity), line.GetValue(Role), line.GetValue(Json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string identity, string? role, bool json, CancellationToken cancellationToken)
    {
        if (identity.Split('@') is not [{ Length: > 0 } office, { Length: > 0 } centre])
        {
            throw new LauncherException(LauncherProblem.Usage, "Write office and centre as CODE@CENTRE, for example health@cnaim-lisboa.");
        }

        var running = RunningPlatform.Find(PlatformLayout.Find(Repository.Find()));
        var token = await running.Tokens.GetAsync(office, centre, role, cancellationToken: cancellationToken);
        if (json)
        {
            Terminal.WriteJson(new { token });
        }
        else
        {
            Terminal.Line(token);
        }

        return 0;
    }
}
