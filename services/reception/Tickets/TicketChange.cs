namespace Cnaim.Reception.Tickets;

/// <summary>A change of queue or priority; null leaves it, an empty priority takes it away.</summary>
internal sealed record TicketChange(string? Queue = null, string? Priority = null);
