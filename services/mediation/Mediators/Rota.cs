namespace Cnaim.Mediation.Mediators;

/// <summary>When a mediator works, in the clock of the centre.</summary>
internal sealed record Rota
{
    public IReadOnlyList<WeeklyHours> Hours { get; init; } = [];

    public IReadOnlyList<RotaException> Exceptions { get; init; } = [];
}

/// <summary>Hours that repeat every week.</summary>
internal sealed record WeeklyHours
{
    /// <summary>iCalendar's name of the day: MO TU WE TH FR SA SU.</summary>
    public required string Day { get; init; }

    /// <summary><c>HH:mm</c>.</summary>
    public required string From { get; init; }

    /// <summary><c>HH:mm</c>, later on the same day.</summary>
    public required string To { get; init; }
}

/// <summary>A day that differs.</summary>
internal sealed record RotaException
{
    public required DateOnly Date { get; init; }

    /// <summary><c>away</c> takes hours away, <c>extra</c> adds some.</summary>
    public required string Kind { get; init; }

    /// <summary><c>HH:mm</c>; null with <c>away</c> for the whole day.</summary>
    public string? From { get; init; }

    /// <summary><c>HH:mm</c>; null with <c>away</c> for the whole day.</summary>
    public string? To { get; init; }
}
