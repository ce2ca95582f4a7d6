namespace Cnaim.Screening.Rules;

/// <summary>A version as stored, without its documents.</summary>
internal sealed record RulesRow
{
    public required int Version { get; init; }

    public required string Checksum { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required string Status { get; init; }

    public required string LoadedBy { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }

    public string? ApprovedBy { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }
}

internal sealed record RulesTexts
{
    public required string Questions { get; init; }

    public required string Issues { get; init; }

    public required string Eligibility { get; init; }

    public required string Offices { get; init; }
}
