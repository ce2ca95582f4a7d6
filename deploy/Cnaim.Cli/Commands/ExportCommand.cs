using System.CommandLine;
using Cnaim.Cli.Output;
using Cnaim.Cli.Transfer;

namespace Cnaim.Cli.Commands;

internal static class ExportCommand
{
    private static readonly Argument<string> Kind = new("KIND") { Description = "hsds (a zip archive of HSDS 3 tables), capacity or focal-points (CSV)." };
    private static readonly Argument<FileInfo> To = new("FILE") { Description = "The file to write." };

    public static Command Create()
    {
        Kind.AcceptOnlyFromAmong([.. DirectoryClient.Exports.Keys]);
        var command = new Command("export", "Write a part of the directory to a file (sandbox only).") { Kind, To };
        command.SetAction((line, cancellationToken) => RunAsync(line.GetRequiredValue(Kind), line.GetRequiredValue(To), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string kind, FileInfo file, CancellationToken cancellationToken)
    {
        using var directory = await DirectoryClient.OpenAsync(cancellationToken);
        Terminal.Line(FormattableString.Invariant($"{file.Name}: {await directory.ExportAsync(kind, file, cancellationToken)} bytes."));
        return 0;
    }
}
