namespace Cnaim.Reception.Desks;

/// <summary>A ticket that this desk or another has parked.</summary>
internal sealed record UnparkTicket(Guid TicketId);
