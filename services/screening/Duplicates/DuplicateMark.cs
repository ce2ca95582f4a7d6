namespace Cnaim.Screening.Duplicates;

/// <summary>What an office says of two records.</summary>
internal sealed record DuplicateMark
{
    /// <summary>One member of staff has said that the two are one person; another is to look.</summary>
    public const string Proposed = "proposed";

    /// <summary>Somebody cannot tell, and leaves it to the coordinator; it takes as many people from here as from the beginning.</summary>
    public const string Unsure = "unsure";

    public const string Duplicate = "marked-duplicate";

    public const string Distinct = "marked-distinct";

    public required Guid PersonDuplicateId { get; init; }

    public required Guid KeptId { get; init; }

    public required Guid OtherId { get; init; }

    public required string Status { get; init; }

    public required string ProposedBy { get; init; }

    public string? DecidedBy { get; init; }
}
