using System.CommandLine;
using Cnaim.Cli.Output;
using Cnaim.Cli.Transfer;
using Cnaim.Launcher;

namespace Cnaim.Cli.Commands;

internal static class ImportCommand
{
    private static readonly Argument<string> Kind = new("KIND") { Description = "What the file holds: capacity or focal-points." };
    private static readonly Argument<FileInfo> From = new("FILE") { Description = "A CSV file whose first line names the columns, or a list of objects when its name ends with .json." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Look at every row and write none." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print one line of JSON." };

    public static Command Create()
    {
        Kind.AcceptOnlyFromAmong([.. TransferKinds.Imports.Keys]);
        From.AcceptExistingOnly();
        var command = new Command("import", "Send a file to the directory: all its rows are written or none (sandbox only).") { Kind, From, DryRun, Json };
        command.SetAction((line, cancellationToken) => RunAsync(line.GetRequiredValue(Kind), line.GetRequiredValue(From), line.GetValue(DryRun), line.GetValue(Json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string kind, FileInfo file, bool isDryRun, bool json, CancellationToken cancellationToken)
    {
        using var directory = await TransferClient.OfDirectoryAsync(cancellationToken);
        var status = await ProgressDisplay.RunAsync(json, progress => directory.ImportAsync(TransferKinds.Imports[kind], file, isDryRun, progress, cancellationToken));
        if (json)
        {
            Terminal.WriteJson(status);
        }
        else
        {
            foreach (var error in status.Errors)
            {
                Terminal.Line(FormattableString.Invariant($"{file.Name}:{error.Line}: {(error.Column is null ? "" : error.Column + ": ")}{error.Error}"));
            }

            Terminal.Line(status.State is not "done" ? "Nothing was written." : isDryRun ? FormattableString.Invariant($"{status.Rows} rows are good; nothing was written.") : FormattableString.Invariant($"{status.Rows} rows were written."));
        }

        return status.State is "done" ? 0 : (int)LauncherProblem.Failed;
    }
}
