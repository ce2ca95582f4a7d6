namespace Cnaim.Reception.Queues;

/// <summary>Closing or opening a queue.</summary>
/// <param name="State"><c>open</c> or <c>closed</c>.</param>
/// <param name="Until">When it opens by itself again; null for not before somebody opens it.</param>
/// <param name="NoticePt">For the board; at most 200 characters.</param>
/// <param name="NoticeEn">The same in English.</param>
/// <param name="Waiting">What happens to who waits, unless <paramref name="Tickets"/> says it: <c>serve-to-end</c>, <c>transfer</c> or <c>appointment-later</c>.</param>
/// <param name="ToQueue">Where <c>transfer</c> leads.</param>
/// <param name="Tickets">What happens to single tickets.</param>
internal sealed record QueueChange(
    string State, DateTimeOffset? Until = null, string? NoticePt = null, string? NoticeEn = null, string? Waiting = null, string? ToQueue = null, WaitingOutcome[]? Tickets = null);
