namespace Cnaim.OfficeKit.Directory;

/// <summary>An office that can be met at a centre.</summary>
internal sealed record CentreOfficeEntry
{
    public required string Office { get; init; }

    /// <summary>Free places; null is not limited or not known.</summary>
    public int? Capacity { get; init; }

    /// <summary>The role or desk that reminders go to; null is the centre's coordinator, assumed.</summary>
    public string? FocalPoint { get; init; }
}
