namespace Cnaim.Reception.Tickets;

/// <summary>A new copy of the slip. The old token ends: only the hash of the new one is kept.</summary>
internal sealed record ReprintedTicket(TicketResource Ticket, string Token);
