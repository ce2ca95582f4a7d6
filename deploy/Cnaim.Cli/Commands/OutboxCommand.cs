using System.CommandLine;
using Cnaim.Cli.Operating;
using Cnaim.Launcher;

namespace Cnaim.Cli.Commands;

internal static class OutboxCommand
{
    private static readonly Option<long?> Id = new("--id") { Description = "One message, by the number that the list shows." };

    public static Command Create()
    {
        var list = new Command("list", "Show what waits, fails or is parked.") { OperatorOptions.Service, OperatorOptions.Centre, OperatorOptions.Json };
        list.SetAction(ListAsync);
        return new Command("outbox", "Messages that a service has not sent yet.")
        {
            list,
            Change("retry", "Try again now.", OperatorOptions.All),
            // What cannot be taken back is named, never swept.
            Change("void", "Replace by an event without effect of the same version, so that receivers advance."),
        };
    }

    private static Command Change(string verb, string description, params Option[] more)
    {
        var command = new Command(verb, description) { OperatorOptions.Service, OperatorOptions.Centre, Id, OperatorOptions.Stream, OperatorOptions.Json };
        Array.ForEach(more, command.Options.Add);
        command.SetAction((line, cancellationToken) => ChangeAsync(verb, line, cancellationToken));
        return command;
    }

    private static async Task<int> ListAsync(ParseResult line, CancellationToken cancellationToken)
    {
        using var client = await OperatorClient.OpenAsync(line.GetRequiredValue(OperatorOptions.Service), line.GetRequiredValue(OperatorOptions.Centre), cancellationToken);
        return OperatorTable.Print(await client.ListOutboxAsync(cancellationToken), line.GetValue(OperatorOptions.Json));
    }

    private static async Task<int> ChangeAsync(string verb, ParseResult line, CancellationToken cancellationToken)
    {
        var (id, stream, all) = (line.GetValue(Id), line.GetValue(OperatorOptions.Stream), line.GetValue(OperatorOptions.All));
        if (new[] { id is not null, stream is not null, all }.Count(given => given) != 1)
        {
            throw new LauncherException(LauncherProblem.Usage, "Name what to change by exactly one of --id and --stream; retry takes --all too.");
        }

        using var client = await OperatorClient.OpenAsync(line.GetRequiredValue(OperatorOptions.Service), line.GetRequiredValue(OperatorOptions.Centre), cancellationToken);
        return OperatorTable.Print(await client.ChangeOutboxAsync(verb, id, stream, all, cancellationToken), line.GetValue(OperatorOptions.Json));
    }
}
