namespace Cnaim.Reception.Queues;

/// <summary>What happens to one ticket.</summary>
internal sealed record WaitingOutcome(Guid TicketId, string Waiting, string? ToQueue = null);
