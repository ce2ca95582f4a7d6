namespace Cnaim.Directory.Candidates;

/// <summary>An office at a centre that can take an open referral. Distance: 0 same municipality, 1 same district or autonomous region, 2 same region (NUTS 2), 3 elsewhere.</summary>
internal sealed record Candidate
{
    public required string Office { get; init; }

    public required string Centre { get; init; }

    public int? Capacity { get; init; }

    public required int Distance { get; init; }

    public required bool Assumed { get; init; }
}
