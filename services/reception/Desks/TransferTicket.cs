namespace Cnaim.Reception.Desks;

/// <summary>Where the ticket in hand goes: to a queue or to one desk.</summary>
internal sealed record TransferTicket(string? ToQueue = null, string? ToDesk = null);
