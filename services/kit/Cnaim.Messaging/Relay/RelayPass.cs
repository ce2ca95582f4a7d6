using Microsoft.Extensions.Logging;

namespace Cnaim.Messaging.Relay;

/// <summary>Publishes one batch: together when all is well, one by one when something in it may close the channel.</summary>
internal sealed partial class RelayPass(MessagePublisher publisher, AudiencePauses pauses, RelayStatus status, MessagingMetrics metrics, ILogger<RelayPass> logger)
{
    public const int InFlight = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private bool _isOneByOne;

    /// <summary>Settles every row that has an outcome of its own.</summary>
    /// <returns>How many were read, and false when the broker is away.</returns>
    public async Task<(int Count, bool IsBrokerWell)> RunAsync(RelayLease lease, CancellationToken cancellationToken)
    {
        var probe = pauses.NextProbe();
        var rows = await RelayStore.ReadAsync(lease.Connection, probe is null ? pauses.Paused : [], probe, probe is null ? InFlight : 1, cancellationToken);
        if (probe is not null && rows.Count == 0)
        {
            pauses.Resume(probe);
        }

        // A row that failed before is published alone, so that it cannot take its neighbours along.
        var alone = _isOneByOne || probe is not null ? rows : rows.FindAll(row => row.Attempts > 0);
        var together = _isOneByOne || probe is not null ? [] : rows.FindAll(row => row.Attempts == 0);
        var isWell = await PublishTogetherAsync(lease, together, cancellationToken) && await PublishAloneAsync(lease, alone, cancellationToken);
        status.Passed();
        if (rows.Count > 0)
        {
            status.Published(isWell);
        }

        return (rows.Count, isWell);
    }

    private async Task<bool> PublishTogetherAsync(RelayLease lease, List<OutboxRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return true;
        }

        using var batch = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        batch.CancelAfter(Patience);
        var tasks = rows.ConvertAll(row => publisher.PublishAsync(row, batch));
        var outcomes = rows.Zip(await Task.WhenAll(tasks)).ToList();
        await SettleAsync(lease, outcomes, cancellationToken);
        if (outcomes.Exists(pair => pair.Second == PublishOutcome.ChannelLost))
        {
            _isOneByOne = true;
            return await publisher.PingAsync(cancellationToken);
        }

        var stuck = outcomes.Where(pair => pair.Second == PublishOutcome.TimedOut).ToList();
        if (stuck.Count > 0 && !await publisher.PingAsync(cancellationToken))
        {
            return false;
        }

        PauseAll(stuck.Concat(outcomes.Where(pair => pair.Second == PublishOutcome.Nack)));
        return true;
    }

    private async Task<bool> PublishAloneAsync(RelayLease lease, List<OutboxRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            await lease.BeatIfDueAsync(cancellationToken);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            var outcome = await publisher.PublishAsync(row, patience);
            if (outcome is PublishOutcome.ChannelLost or PublishOutcome.TimedOut)
            {
                if (!await publisher.PingAsync(cancellationToken))
                {
                    return false;
                }

                // The broker is well and this row alone fails, so the row is to blame.
                outcome = PublishOutcome.Refused;
            }

            await SettleAsync(lease, [(row, outcome)], cancellationToken);
            if (outcome == PublishOutcome.Nack)
            {
                PauseAll([(row, outcome)]);
            }
            else if (outcome == PublishOutcome.Confirmed)
            {
                pauses.Resume(row.Audience);
            }
        }

        _isOneByOne = false;
        return true;
    }

    private async Task SettleAsync(RelayLease lease, List<(OutboxRow Row, PublishOutcome Outcome)> outcomes, CancellationToken cancellationToken)
    {
        await RelayStore.SettleAsync(lease.Connection, outcomes, cancellationToken);
        metrics.Published(outcomes.Count(pair => pair.Outcome == PublishOutcome.Confirmed));
        foreach (var (row, outcome) in outcomes)
        {
            if (outcome == PublishOutcome.Returned)
            {
                metrics.Returned(row.Audience);
                Log.Returned(logger, row.EventType, row.MessageId, row.Attempts + 1);
            }
            else if (outcome == PublishOutcome.Refused)
            {
                Log.Refused(logger, row.EventType, row.MessageId, row.Attempts + 1);
            }
        }
    }

    private void PauseAll(IEnumerable<(OutboxRow Row, PublishOutcome Outcome)> rows)
    {
        foreach (var audience in rows.Select(pair => pair.Row.Audience).Distinct(StringComparer.Ordinal))
        {
            pauses.Pause(audience);
            Log.Paused(logger, audience);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "No queue takes {EventType} {MessageId} (attempt {Attempt}): check the bindings against the topology manifest")]
        public static partial void Returned(ILogger logger, string eventType, Guid messageId, int attempt);

        [LoggerMessage(2, LogLevel.Error, "The broker refuses {EventType} {MessageId} (attempt {Attempt})")]
        public static partial void Refused(ILogger logger, string eventType, Guid messageId, int attempt);

        [LoggerMessage(3, LogLevel.Warning, "The queue of audience {Audience} takes nothing; its messages wait")]
        public static partial void Paused(ILogger logger, string audience);
    }
}
