namespace Cnaim.Directory.FocalPoints;

/// <summary>Who is reminded at an office of a centre, from a day to a day.</summary>
internal sealed record FocalPoint
{
    public required Guid FocalPointId { get; init; }

    public required string Centre { get; init; }

    public required string Office { get; init; }

    /// <summary>A role, a desk or an account at the office.</summary>
    public required string Holder { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day; null is without end, the day before the first is never begun.</summary>
    public DateOnly? ValidTo { get; init; }

    public required int Version { get; init; }
}
