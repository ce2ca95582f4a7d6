namespace Cnaim.OfficeKit.Referrals;

/// <summary>One line of a referral's history in the API.</summary>
internal sealed record TimelineResource
{
    public required DateTimeOffset At { get; init; }

    public required string What { get; init; }

    public required string Status { get; init; }

    public required string By { get; init; }

    public string? StatusReason { get; init; }

    public string? Outcome { get; init; }

    public string[] Results { get; init; } = [];

    public string? Note { get; init; }

    public static TimelineResource Of(TimelineEntry entry) => new()
    {
        At = entry.At,
        What = entry.What,
        Status = entry.Status,
        By = entry.SetBy,
        StatusReason = entry.StatusReason,
        Outcome = entry.Outcome,
        Results = entry.Results,
        Note = entry.Note,
    };
}
