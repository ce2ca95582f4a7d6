using System.CommandLine;
using Cnaim.Cli.Output;
using Cnaim.Cli.Transfer;
using Cnaim.Launcher;

namespace Cnaim.Cli.Commands;

internal static class ExportCommand
{
    private static readonly Argument<string> Kind = new("KIND") { Description = "hsds (a zip archive of HSDS 3 tables), capacity, focal-points, or referrals of an office with their times." };
    private static readonly Argument<FileInfo> To = new("FILE") { Description = "The file to write: CSV, or what its name ends with (.json; for referrals .jsonl)." };
    private static readonly Option<string?> Office = new("--office") { Description = "With referrals: whose." };
    private static readonly Option<string> Centre = new("--centre") { Description = "With referrals: at which centre.", DefaultValueFactory = _ => "cnaim-lisboa" };

    public static Command Create()
    {
        Kind.AcceptOnlyFromAmong([.. TransferKinds.Exports.Keys]);
        var command = new Command("export", "Write a part of the directory, or an office's referrals, to a file (sandbox only).") { Kind, To, Office, Centre };
        command.SetAction((line, cancellationToken) => RunAsync(line.GetRequiredValue(Kind), line.GetRequiredValue(To), line.GetValue(Office), line.GetRequiredValue(Centre), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string kind, FileInfo file, string? office, string centre, CancellationToken cancellationToken)
    {
        if ((kind is TransferKinds.Referrals) != (office is not null))
        {
            throw new LauncherException(LauncherProblem.Usage, "Name the office of referrals by --office CODE; nothing else has one.");
        }

        using var platform = office is null ? await TransferClient.OfDirectoryAsync(cancellationToken) : await TransferClient.OfOfficeAsync(office, centre, cancellationToken);
        Terminal.Line(FormattableString.Invariant($"{file.Name}: {await platform.ExportAsync(TransferKinds.Exports[kind].AddressFor(file, office), file, cancellationToken)} bytes."));
        return 0;
    }
}
