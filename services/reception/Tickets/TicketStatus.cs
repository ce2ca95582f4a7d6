namespace Cnaim.Reception.Tickets;

/// <summary>What the holder of a ticket sees on a phone: no names.</summary>
internal sealed record TicketStatus(string Number, string State, int Ahead, WaitRange ExpectedWait, string? Desk, string Language, bool MayAskForTime);
