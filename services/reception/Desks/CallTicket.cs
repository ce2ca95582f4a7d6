namespace Cnaim.Reception.Desks;

/// <summary>Calling one ticket out of its turn.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Reason">Why: a code of <see cref="DeskWork.CallReasons"/>.</param>
internal sealed record CallTicket(Guid TicketId, string Reason);
