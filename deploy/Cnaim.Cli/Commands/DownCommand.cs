using System.CommandLine;
using System.Globalization;
using Cnaim.Cli.Output;
using Cnaim.Launcher;

namespace Cnaim.Cli.Commands;

internal static class DownCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Option<bool> Json = new("--json") { Description = "Print one line of JSON." };

    public static Command Create()
    {
        var command = new Command("down", "Stop what ./cnaim up started, and nothing else; data stays.") { Json };
        command.SetAction((line, cancellationToken) => RunAsync(line.GetValue(Json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool json, CancellationToken cancellationToken)
    {
        var layout = PlatformLayout.Find(Repository.Find());
        var state = StateFile.Read(layout.State);
        var wasRunning = state?.Supervisor.IsRunning is true && state.Phase is not (PlatformPhase.Stopped or PlatformPhase.Failed);
        var leftovers = 0;
        if (wasRunning)
        {
            await ProgressDisplay.RunAsync(json, progress => StopAsync(layout, state!, progress, cancellationToken));
        }
        else
        {
            leftovers = Leftovers.End(state);
        }

        if (json)
        {
            Terminal.WriteJson(new { state = "stopped", wasRunning, leftovers });
        }
        else
        {
            Terminal.Line(wasRunning ? "Stopped; the data stays in " + layout.Home
                : leftovers > 0 ? string.Create(CultureInfo.InvariantCulture, $"The supervisor was gone; {leftovers} processes that it had left were ended.")
                : "Nothing was running.");
        }

        return 0;
    }

    private static async Task<bool> StopAsync(PlatformLayout layout, PlatformState state, IProgress<PlatformStep> progress, CancellationToken cancellationToken)
    {
        progress.Report(new PlatformStep("Stopping", 0, 1));
        Supervisor.AskToStop(state.Supervisor);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (state.Supervisor.IsRunning)
        {
            await Task.Delay(50, patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (patience.IsCancellationRequested)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Supervisor.Kill(state.Supervisor);
                Leftovers.End(StateFile.Read(layout.State));
            }
        }

        progress.Report(new PlatformStep("Stopping", 1, 1));
        return true;
    }
}
