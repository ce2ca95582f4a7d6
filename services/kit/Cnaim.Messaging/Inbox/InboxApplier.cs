using Cnaim.Messaging.Faults;
using Cnaim.Messaging.Outbox;
using Microsoft.Extensions.Logging;

namespace Cnaim.Messaging.Inbox;

/// <summary>Applies deliveries in one transaction: inbox rows, handlers' writes and the streams' versions commit together (the table of reliability.md section 1.4).</summary>
internal sealed partial class InboxApplier(
    WriteSessionFactory sessions, InboxStore store, InboxPartitions partitions, InboxRules rules, StoredDispatcher dispatcher, ParkedSignal parked, MessagingMetrics metrics, ILogger<InboxApplier> logger)
{
    /// <param name="deliveries">Of one lane, sorted by stream and version.</param>
    /// <param name="drainGaps">Whether parked successors are applied too; not when each delivery runs alone, since a successor's failure is not its own.</param>
    /// <param name="cancellationToken">The service stops.</param>
    public async Task ApplyAsync(List<Delivery> deliveries, bool drainGaps, CancellationToken cancellationToken)
    {
        var ordered = deliveries.Where(delivery => delivery.Verdict.Kind != VerdictKind.Park).ToList();
        var fresh = ordered.Select(delivery => delivery.Message).Where(message => !rules.IsOld(message.EventDay)).DistinctBy(message => message.MessageId).ToList();
        await partitions.EnsureAsync(fresh.Select(message => message.EventDay), cancellationToken);
        await using var session = sessions.Create();
        var state = await store.BeginAsync(session, fresh, ordered.Select(delivery => delivery.Message.Stream).Distinct().ToList(), cancellationToken);
        foreach (var delivery in deliveries)
        {
            await (delivery.Verdict.ParkReason is { } reason ? ParkAsync(session, delivery, reason) : TakeAsync(session, state, delivery, drainGaps, cancellationToken));
        }

        var moved = state.Streams.Where(pair => pair.Value.HasMoved).ToList();
        if (moved.Count > 0)
        {
            session.Add(store.Advance(moved));
        }

        Fault.Hit("consume.before-commit");
        ReleaseEarlyWhenSabotaged(deliveries);
        await session.CommitAsync(cancellationToken);
        Fault.Hit("consume.before-ack");
    }

    private async Task TakeAsync(WriteSession session, InboxState state, Delivery delivery, bool drainGaps, CancellationToken cancellationToken)
    {
        var (message, progress) = (delivery.Message, state.Streams[delivery.Message.Stream]);
        // Taken out of the set, so that a second copy in the same transaction is a duplicate too.
        var isNew = state.New.Remove(message.MessageId) || rules.IsOld(message.EventDay);
        var (inboxOff, versionsOff) = (false, false);
        Fault.Ask("inbox-off", ref inboxOff);
        Fault.Ask("version-check-off", ref versionsOff);
        if (!isNew && !inboxOff)
        {
            session.AfterCommit(metrics.Duplicate);
        }
        else if (versionsOff || message.Version == progress.LastVersion + 1)
        {
            await HandleAsync(session, delivery);
            progress.MoveTo(Math.Max(progress.LastVersion, message.Version));
            await DrainAsync(session, progress, drainGaps, cancellationToken);
        }
        else if (message.Version > progress.LastVersion)
        {
            await ParkAsync(session, delivery, ParkReason.Gap);
        }
        else if (!rules.IsOld(message.EventDay))
        {
            await ParkAsync(session, delivery, ParkReason.Fork);
        }
    }

    private async Task HandleAsync(WriteSession session, Delivery delivery)
    {
        if (delivery.Verdict.Kind == VerdictKind.Handle)
        {
            await delivery.HandleAsync(new InboxWrite(session));
            session.Seal();
        }

        session.AfterCommit(metrics.Applied);
    }

    private async Task DrainAsync(WriteSession session, StreamProgress progress, bool drainGaps, CancellationToken cancellationToken)
    {
        while (progress.Gaps.TryPeek(out var gap) && gap.Version <= progress.LastVersion + 1)
        {
            if (!drainGaps)
            {
                parked.Set();
                return;
            }

            progress.Gaps.Dequeue();
            if (gap.Version == progress.LastVersion + 1)
            {
                await dispatcher.DispatchAsync(StoredEnvelope.FromBytes(gap.Envelope), session, cancellationToken);
                progress.MoveTo(gap.Version);
                session.Add(store.Unpark(gap.MessageId));
                session.AfterCommit(metrics.Applied);
            }
        }
    }

    private Task ParkAsync(WriteSession session, Delivery delivery, string reason)
    {
        session.Add(store.Park(delivery.Message, reason, delivery.Envelope));
        session.AfterCommit(() => metrics.Parked(reason));
        parked.Set();
        if (reason is not ParkReason.Gap)
        {
            Log.Parked(logger, delivery.Message.EventType, delivery.Message.MessageId, delivery.Sender, reason);
        }

        return Task.CompletedTask;
    }

    private static void ReleaseEarlyWhenSabotaged(List<Delivery> deliveries)
    {
        var isOn = false;
        Fault.Ask("ack-before-commit", ref isOn);
        if (isOn)
        {
            deliveries.ForEach(delivery => delivery.Release());
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Parked {EventType} {MessageId} from {Sender}: {Reason}")]
        public static partial void Parked(ILogger logger, string eventType, Guid messageId, string sender, string reason);
    }
}
