using System.Text.Json;
using Cnaim.Launcher;
using Cnaim.Messaging;

namespace Cnaim.Cli.Operating;

/// <summary>Asks every receiver how far the streams of a restored service are, and raises what it has given out.</summary>
internal static class RestoredSender
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <param name="service">The restored service, which does not run.</param>
    /// <param name="connectionString">Its database.</param>
    /// <param name="open">Opens the operator's verbs of a receiver.</param>
    /// <param name="without">Receivers that are left out.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>How many streams were raised.</returns>
    public static async Task<int> FastForwardAsync(
        string service, string connectionString, Func<string, Task<OperatorClient>> open, IReadOnlySet<string> without, CancellationToken cancellationToken)
    {
        try
        {
            await using var sender = await OutboxFastForward.OpenAsync(service, connectionString, cancellationToken);
            string[] receivers = [.. OutboxFastForward.ReceiversOf(service).Where(receiver => !without.Contains(receiver))];
            // Only when all have reported it is known what each of them lacks.
            var raised = await ForEachAsync(receivers, open, client => RaiseAsync(sender, service, client, cancellationToken));
            await ForEachAsync(receivers, open, async client => (await LookAsync(service, client, sender.FillAsync, cancellationToken)).Changed);
            return raised;
        }
        catch (Exception refused) when (refused is InvalidOperationException or ArgumentException)
        {
            throw new LauncherException(LauncherProblem.Failed, refused.Message, refused);
        }
    }

    private static async Task<int> ForEachAsync(string[] receivers, Func<string, Task<OperatorClient>> open, Func<OperatorClient, Task<int>> change)
    {
        var (changed, silent) = (0, new List<string>());
        foreach (var receiver in receivers)
        {
            try
            {
                using var client = await open(receiver);
                changed += await change(client);
            }
            catch (LauncherException)
            {
                silent.Add(receiver);
            }
        }

        return silent.Count == 0
            ? changed
            : throw new LauncherException(LauncherProblem.Failed, $"No report came from: {string.Join(", ", silent)}. Start them and repeat, or leave them out by --without.");
    }

    // What is still on its way to the receiver counts too: the report is final when nothing waits and a second look finds nothing more.
    private static async Task<int> RaiseAsync(OutboxFastForward sender, string service, OperatorClient client, CancellationToken cancellationToken)
    {
        var (raised, isQuiet, started) = (0, false, TimeProvider.System.GetTimestamp());
        while (true)
        {
            var (waiting, more) = await LookAsync(service, client, sender.RaiseAsync, cancellationToken);
            raised += more;
            if (waiting == 0 && more == 0 && isQuiet)
            {
                return raised;
            }

            isQuiet = waiting == 0;
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new LauncherException(LauncherProblem.Failed, "The receiver's queue does not empty.");
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static async Task<(long Waiting, int Changed)> LookAsync(
        string service, OperatorClient client, Func<IReadOnlyList<ReportedStream>, CancellationToken, Task<int>> change, CancellationToken cancellationToken)
    {
        var (waiting, changed) = (0L, 0);
        for (ReportedStream? last = null; ;)
        {
            var page = (await client.ListStreamsAsync(service, last, cancellationToken)).Deserialize<StreamReport>(JsonSerializerOptions.Web)!;
            waiting = Math.Max(waiting, page.Waiting);
            if (page.Streams.Count == 0)
            {
                return (waiting, changed);
            }

            changed += await change(page.Streams, cancellationToken);
            last = page.Streams[^1];
        }
    }
}
