using System.Globalization;
using Cnaim.Reception.Queues;
using Cnaim.Reception.Tickets;

namespace Cnaim.Reception.Live;

/// <summary>What a waiting room sees: numbers, desks and waits by letter.</summary>
/// <param name="Calls">The latest first; <c>No</c> grows with every call, so that each is announced once.</param>
/// <param name="Waits">By letter.</param>
/// <param name="Notices">Of closed queues that have a letter of their own.</param>
/// <param name="IsOpen">False when no queue gives out tickets.</param>
/// <param name="NextOpening">When the first one does again.</param>
internal sealed record Board(IReadOnlyList<BoardCall> Calls, IReadOnlyList<BoardWait> Waits, IReadOnlyList<BoardNotice> Notices, bool IsOpen, DateTimeOffset? NextOpening)
{
    public static Board Of(IReadOnlyList<CallRow> calls, IReadOnlyList<(Queue Queue, QueueResource View)> queues)
    {
        // A protected queue shares its letter; the wait of the letter is that of the others.
        var shown = queues.Where(entry => !entry.Queue.IsNeutral).ToList();
        return new Board(
            [.. calls.Select(call => new BoardCall(call.CallNo, string.Create(CultureInfo.InvariantCulture, $"{call.Letter}{call.Number:D3}"), call.Desk, call.At))],
            [.. shown.Select(entry => new BoardWait(entry.Queue.Letter, entry.View.ExpectedWait))],
            [.. shown.Where(entry => entry.Queue.ClosedAt is not null && !entry.View.IsOpen).Select(entry => new BoardNotice(entry.Queue.Letter, entry.Queue.NoticePt, entry.Queue.NoticeEn))],
            shown.Exists(entry => entry.View.IsOpen),
            shown.Exists(entry => entry.View.IsOpen) ? null : shown.Select(entry => entry.View.NextOpening).Min());
    }
}

internal sealed record BoardCall(long No, string Number, string Desk, DateTimeOffset At);

internal sealed record BoardWait(string Letter, WaitRange ExpectedWait);

internal sealed record BoardNotice(string Letter, string? Pt, string? En);

/// <summary>A call as stored.</summary>
internal sealed record CallRow
{
    public long CallNo { get; init; }

    public string Letter { get; init; } = "";

    public int Number { get; init; }

    public string Desk { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
