namespace Cnaim.Reception.Tickets;

/// <summary>A ticket to issue.</summary>
/// <param name="Queue">A queue of the centre.</param>
/// <param name="Language">ISO 639-3.</param>
/// <param name="Priority"><c>pregnant</c>, <c>infant</c>, <c>elderly</c> or <c>disability</c>; null for none.</param>
internal sealed record NewTicket(string Queue, string Language, string? Priority = null);
