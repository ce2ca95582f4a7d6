using System.Globalization;
using Cnaim.Cli.Output;
using Cnaim.Launcher;
using Spectre.Console;

namespace Cnaim.Cli.Operating;

/// <summary>Asks before what cannot be taken back is swept away.</summary>
internal static class Confirmation
{
    /// <summary>Returns when a person at the terminal agrees; a script says <c>--yes</c> instead.</summary>
    public static async Task AskAsync(OperatorClient client, bool isAtTerminal, CancellationToken cancellationToken)
    {
        if (!isAtTerminal)
        {
            throw new LauncherException(LauncherProblem.Usage, "void --all cannot be taken back: add --yes, or name one message by --id.");
        }

        var failing = (await client.ListOutboxAsync(cancellationToken)).EnumerateArray().Count(row => row.GetProperty("attempts").GetInt16() > 0);
        var question = string.Create(CultureInfo.InvariantCulture, $"Replace {failing} messages that could not leave by events without effect? This cannot be taken back.");
        if (!await new ConfirmationPrompt(question) { DefaultValue = false }.ShowAsync(Terminal.Out, cancellationToken))
        {
            throw new LauncherException(LauncherProblem.Failed, "Nothing was changed.");
        }
    }
}
