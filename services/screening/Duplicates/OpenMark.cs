namespace Cnaim.Screening.Duplicates;

/// <summary>What waits for somebody to decide: somebody said one person, or could not tell.</summary>
internal sealed record OpenMark
{
    /// <summary>The other of the two.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>True when the other one would go on.</summary>
    public required bool IsKept { get; init; }

    public required string Status { get; init; }

    public required string ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }
}

/// <summary>Two records that wait for somebody to decide.</summary>
internal sealed record WaitingPair
{
    public required Guid PersonDuplicateId { get; init; }

    public required string Status { get; init; }

    public required string ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public required string KeptNumber { get; init; }

    public required string OtherNumber { get; init; }

    public required string KeptRef { get; init; }

    public required string OtherRef { get; init; }
}
