namespace Cnaim.Reception.Tickets;

/// <summary>The issued ticket with the token that is shown once.</summary>
internal sealed record IssuedTicket(Guid Id, string Number, string Token, string Queue, string Language, WaitRange ExpectedWait, bool WaitAssumed, int Ahead, DateTimeOffset IssuedAt);
