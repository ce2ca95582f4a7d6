namespace Cnaim.OfficeKit.Screening;

/// <summary>A permit of screening.</summary>
internal sealed record DisclosurePermit
{
    public required Guid DisclosureId { get; init; }

    /// <summary>The person as the receiver knows them.</summary>
    public required string ReceiverRef { get; init; }

    public required string[] Categories { get; init; }

    /// <summary>The issues that the receiver may learn.</summary>
    public required string[] Issues { get; init; }

    /// <summary>ISO 639-3, when known.</summary>
    public string? Language { get; init; }
}
