namespace Cnaim.Reception.Queues;

/// <summary>A queue of one centre: its reference data and whether somebody closed it.</summary>
internal sealed record Queue
{
    public string Centre { get; init; } = "";

    public string Code { get; init; } = "";

    public string Letter { get; init; } = "";

    public string NamePt { get; init; } = "";

    public string NameEn { get; init; } = "";

    /// <summary>The offices it leads to.</summary>
    public string[] Themes { get; init; } = [];

    /// <summary>A protected queue: it shares its letter with another and says no theme.</summary>
    public bool IsNeutral { get; init; }

    public string Zone { get; init; } = "Europe/Lisbon";

    /// <summary>As in <see cref="DayOfWeek"/>, and 7 for public holidays.</summary>
    public int[] Days { get; init; } = [];

    public int OpensMinute { get; init; }

    public int ClosesMinute { get; init; }

    public int LastTicketMinutes { get; init; }

    public int WaitingLimit { get; init; }

    /// <summary>How long one attendance takes while nothing has been measured.</summary>
    public int ServiceMinutes { get; init; }

    public bool Assumed { get; init; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public DateTimeOffset? ClosedUntil { get; init; }

    public string? NoticePt { get; init; }

    public string? NoticeEn { get; init; }

    public int Version { get; init; }

    /// <summary>Whether somebody who acts for an office may serve it: reception serves all, an office what leads to it.</summary>
    public bool IsServedBy(string office) => office is "reception" || Themes.Contains(office, StringComparer.Ordinal);
}
