namespace Cnaim.Gateway.Counter.Pages.Operations;

/// <summary>What waits at one service; null where it did not answer.</summary>
internal sealed record ServiceMessages(string Service, IReadOnlyList<UnsentMessage>? Unsent, IReadOnlyList<StuckMessage>? Stuck)
{
    public bool IsSilent => Unsent is null || Stuck is null;

    public DateTimeOffset? Oldest => Unsent is { Count: > 0 } unsent ? unsent.Min(message => message.EnqueuedAt) : null;

    public int Parked => Unsent?.Count(message => message.ParkedAt is not null) ?? 0;

    /// <summary>Messages of a kind: the same event that failed for the same reason.</summary>
    public IEnumerable<IGrouping<(string Reason, string EventType), StuckMessage>> Kinds => (Stuck ?? []).GroupBy(message => (message.Reason, message.EventType));
}
