using Cnaim.Reception.Tickets;
using Cnaim.Reception.Waits;

namespace Cnaim.Reception.Queues;

/// <summary>A queue as staff see it. A protected one names no theme.</summary>
internal sealed record QueueResource
{
    public required string Id { get; init; }

    public required string Letter { get; init; }

    public required string NamePt { get; init; }

    public required string NameEn { get; init; }

    public required IReadOnlyList<string> Themes { get; init; }

    public required bool IsOpen { get; init; }

    /// <summary>Why it gives out no tickets: a code of <see cref="QueueHours"/>, or <c>full</c>.</summary>
    public string? Reason { get; init; }

    public DateTimeOffset? NextOpening { get; init; }

    public DateTimeOffset? LastTicketAt { get; init; }

    public DateTimeOffset? ClosesAt { get; init; }

    public string? NoticePt { get; init; }

    public string? NoticeEn { get; init; }

    public required int Waiting { get; init; }

    public required int Limit { get; init; }

    /// <summary>Who was called in the last hour waited so long on average, in minutes; null without anybody.</summary>
    public double? MeasuredWaitMinutes { get; init; }

    public double? LongestWaitMinutes { get; init; }

    public required WaitRange ExpectedWait { get; init; }

    public required int OpenDesks { get; init; }

    /// <summary>True while hours, limit and letter are not confirmed by the centre.</summary>
    public required bool Assumed { get; init; }

    public required int Version { get; init; }

    public static QueueResource Of(Queue queue, QueueLoad load, int desks, DateTimeOffset now)
    {
        var opening = QueueHours.At(queue, now);
        var isFull = opening.IsOpen && load.Waiting >= queue.WaitingLimit;
        var wait = load.ForNew(hasPriority: false);
        return new QueueResource
        {
            Id = queue.Code,
            Letter = queue.Letter,
            NamePt = queue.NamePt,
            NameEn = queue.NameEn,
            Themes = queue.IsNeutral ? [] : queue.Themes,
            IsOpen = opening.IsOpen && !isFull,
            Reason = isFull ? "full" : opening.Reason,
            NextOpening = opening.NextOpening,
            LastTicketAt = opening.LastTicketAt,
            ClosesAt = opening.ClosesAt,
            NoticePt = queue.NoticePt,
            NoticeEn = queue.NoticeEn,
            Waiting = load.Waiting,
            Limit = queue.WaitingLimit,
            MeasuredWaitMinutes = Minutes(load.MeasuredWaitSeconds),
            LongestWaitMinutes = Minutes(load.LongestWaitSeconds),
            ExpectedWait = new WaitRange(wait.Low, wait.High),
            OpenDesks = desks,
            Assumed = queue.Assumed,
            Version = queue.Version,
        };
    }

    private static double? Minutes(double? seconds) => seconds is { } value ? Math.Round(value / 60, 1) : null;
}
