namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>Who is reminded at an office of a centre, from a day to a day.</summary>
internal sealed record FocalPoint
{
    public required Guid FocalPointId { get; init; }

    public required string Centre { get; init; }

    public required string Office { get; init; }

    public required string Holder { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    /// <summary><c>now</c>, <c>coming</c>, <c>past</c> or <c>never</c>.</summary>
    public string StateOn(DateOnly today) =>
        ValidTo < ValidFrom ? "never" : ValidFrom > today ? "coming" : ValidTo < today ? "past" : "now";
}

/// <summary>Focal points that the caller may write.</summary>
internal sealed record FocalPointList(IReadOnlyList<FocalPoint> Items);
