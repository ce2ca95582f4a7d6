namespace Cnaim.OfficeKit.Directory;

/// <summary>Opening hours in the directory's answer.</summary>
internal sealed record OpeningEntry
{
    /// <summary>iCalendar days, for example <c>MO</c>.</summary>
    public List<string>? Days { get; init; }

    /// <summary>Local time <c>HH:mm</c>.</summary>
    public TimeOnly? Opens { get; init; }

    /// <summary>Local time <c>HH:mm</c>.</summary>
    public TimeOnly? Closes { get; init; }
}
