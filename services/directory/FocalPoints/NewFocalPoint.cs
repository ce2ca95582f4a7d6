namespace Cnaim.Directory.FocalPoints;

/// <summary>The body of <c>POST /focal-points</c>.</summary>
internal sealed record NewFocalPoint
{
    public required string Centre { get; init; }

    public required string Office { get; init; }

    /// <summary>A role, a desk or an account at the office, 2 to 100 characters; reminders name it.</summary>
    public required string Holder { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day; null is without end.</summary>
    public DateOnly? ValidTo { get; init; }
}

/// <summary>The body of <c>PATCH /focal-points/{id}</c>.</summary>
internal sealed record FocalPointEnd
{
    /// <summary>Not before yesterday, and not after the end that it has; the day before the first day means that it never begins.</summary>
    public required DateOnly LastDay { get; init; }
}
