using System.CommandLine;
using System.Text.Json;
using Cnaim.Cli.Operating;
using Cnaim.Cli.Output;
using Cnaim.Launcher;

namespace Cnaim.Cli.Commands;

internal static class OutboxCommand
{
    private static readonly Option<long?> Id = new("--id") { Description = "One message, by the number that the list shows." };

    private static readonly Option<bool> Yes = new("--yes") { Description = "With --all: do not ask, as scripts need it." };
    private static readonly Option<string[]> Without = new("--without") { Description = "Receivers that do not run, separated by commas; they may see versions twice.", AllowMultipleArgumentsPerToken = true };

    public static Command Create()
    {
        var list = new Command("list", "Show what waits, fails or is parked.") { OperatorOptions.Service, OperatorOptions.Centre, OperatorOptions.Json };
        list.SetAction(ListAsync);
        return new Command("outbox", "Messages that a service has not sent yet.")
        {
            list,
            Change("retry", "Try again now.", OperatorOptions.All),
            Change("void", "Replace by an event without effect of the same version, so that receivers advance.", OperatorOptions.All, Yes),
            FastForward(),
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
        using var client = await OperatorClient.OfMessagesAsync(line.GetRequiredValue(OperatorOptions.Service), line.GetRequiredValue(OperatorOptions.Centre), cancellationToken);
        return OperatorTable.Print(await client.ListOutboxAsync(cancellationToken), line.GetValue(OperatorOptions.Json));
    }

    private static async Task<int> ChangeAsync(string verb, ParseResult line, CancellationToken cancellationToken)
    {
        var (id, stream, all) = (line.GetValue(Id), line.GetValue(OperatorOptions.Stream), line.GetValue(OperatorOptions.All));
        if (new[] { id is not null, stream is not null, all }.Count(given => given) != 1)
        {
            throw new LauncherException(LauncherProblem.Usage, "Name what to change by exactly one of --id, --stream and --all.");
        }

        using var client = await OperatorClient.OfMessagesAsync(line.GetRequiredValue(OperatorOptions.Service), line.GetRequiredValue(OperatorOptions.Centre), cancellationToken);
        if (verb is "void" && all && !line.GetValue(Yes))
        {
            await Confirmation.AskAsync(client, Terminal.IsInteractive && !Console.IsInputRedirected, cancellationToken);
        }

        return OperatorTable.Print(await client.ChangeOutboxAsync(verb, id, stream, all, cancellationToken), line.GetValue(OperatorOptions.Json));
    }

    private static Command FastForward()
    {
        var command = new Command("fast-forward", "Bring a restored service past every version its receivers have. It must not run: start the others with ./cnaim up --only.")
        {
            OperatorOptions.Service, OperatorOptions.Centre, Without, OperatorOptions.Json,
        };
        command.SetAction(FastForwardAsync);
        return command;
    }

    private static async Task<int> FastForwardAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var (service, centre) = (line.GetRequiredValue(OperatorOptions.Service), line.GetRequiredValue(OperatorOptions.Centre));
        var without = (line.GetValue(Without) ?? []).SelectMany(codes => codes.Split(',', StringSplitOptions.TrimEntries)).ToHashSet(StringComparer.Ordinal);
        var running = RunningPlatform.Find(PlatformLayout.Find(Repository.Find()));
        var raised = await RestoredSender.FastForwardAsync(
            service, running.ConnectionString(service), receiver => OperatorClient.OpenAsync(receiver, centre, cancellationToken), without, cancellationToken);
        return OperatorTable.Print(JsonSerializer.SerializeToElement(new { raised }), line.GetValue(OperatorOptions.Json));
    }
}
