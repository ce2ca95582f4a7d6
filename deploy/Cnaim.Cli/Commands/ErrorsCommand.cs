using System.CommandLine;
using Cnaim.Cli.Operating;
using Cnaim.Launcher;

namespace Cnaim.Cli.Commands;

internal static class ErrorsCommand
{
    private static readonly Option<string?> Queue = new("--queue") { Description = "Only this one: error, skipped, dead or parked; all without it." };

    private static readonly Option<string> Source = new("--source") { Description = "Ask this source only." };

    public static Command Create()
    {
        Queue.AcceptOnlyFromAmong("error", "skipped", "dead", "parked");
        var list = new Command("list", "Show what could not be applied.") { OperatorOptions.Service, OperatorOptions.Centre, Queue, OperatorOptions.Json };
        list.SetAction(ListAsync);
        return new Command("errors", "Messages that a service has received and not applied.")
        {
            list,
            Change("retry", "Apply again, in order and only once."),
            Change("skip", "Advance the stream without applying."),
            Reconcile(),
        };
    }

    private static Command Change(string verb, string description)
    {
        var command = new Command(verb, description) { OperatorOptions.Service, OperatorOptions.Centre, OperatorOptions.Id, OperatorOptions.Json };
        command.SetAction((line, cancellationToken) => ChangeAsync(verb, line, cancellationToken));
        return command;
    }

    private static async Task<int> ListAsync(ParseResult line, CancellationToken cancellationToken)
    {
        using var client = await OperatorClient.OfMessagesAsync(line.GetRequiredValue(OperatorOptions.Service), line.GetRequiredValue(OperatorOptions.Centre), cancellationToken);
        return OperatorTable.Print(await client.ListErrorsAsync(line.GetValue(Queue), cancellationToken), line.GetValue(OperatorOptions.Json));
    }

    private static async Task<int> ChangeAsync(string verb, ParseResult line, CancellationToken cancellationToken)
    {
        var id = line.GetValue(OperatorOptions.Id)
            ?? throw new LauncherException(LauncherProblem.Usage, "Name the message by --id, as ./cnaim errors list shows it.");

        using var client = await OperatorClient.OfMessagesAsync(line.GetRequiredValue(OperatorOptions.Service), line.GetRequiredValue(OperatorOptions.Centre), cancellationToken);
        return OperatorTable.Print(await client.ChangeErrorAsync(verb, id, cancellationToken), line.GetValue(OperatorOptions.Json));
    }

    private static Command Reconcile()
    {
        var command = new Command("reconcile", "Ask every source for what is missing here; after a restore, and daily by itself.") { OperatorOptions.Service, OperatorOptions.Centre, Source, OperatorOptions.Json };
        command.SetAction(async (line, cancellationToken) =>
        {
            using var client = await OperatorClient.OfMessagesAsync(line.GetRequiredValue(OperatorOptions.Service), line.GetRequiredValue(OperatorOptions.Centre), cancellationToken);
            return OperatorTable.Print(await client.ReconcileAsync(line.GetValue(Source), cancellationToken), line.GetValue(OperatorOptions.Json));
        });
        return command;
    }
}
