using Cnaim.Screening.People;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Screening.Duplicates;

/// <summary>People who may be the same person, those about whom something was said first.</summary>
internal sealed record DuplicatesFound(IReadOnlyList<DuplicateCandidate> Items);

/// <summary>Somebody who may be the same person.</summary>
internal sealed record DuplicateCandidate
{
    public required PersonView Person { get; init; }

    /// <summary>From 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>What the two have in common: name, birth, nationality or identifier.</summary>
    public required IReadOnlyList<string> Because { get; init; }

    /// <summary>What was said of the two, where somebody is still to decide.</summary>
    public DuplicateProposal? Proposal { get; init; }
}

/// <summary>What waits for somebody to decide.</summary>
/// <param name="Status">proposed, or unsure where whoever looked could not tell.</param>
/// <param name="KeptId">The record that would go on.</param>
/// <param name="IsOwn">True for who said so; another member of staff approves.</param>
/// <param name="ProposedAt">When it was said.</param>
internal sealed record DuplicateProposal(string Status, string KeptId, bool IsOwn, DateTimeOffset ProposedAt);

/// <summary>Two records of one centre that wait for somebody to decide; it names process numbers and nobody.</summary>
internal sealed record WaitingDuplicate
{
    public required Guid Id { get; init; }

    public required string Status { get; init; }

    public required string KeptId { get; init; }

    public required string KeptNumber { get; init; }

    public required string OtherId { get; init; }

    public required string OtherNumber { get; init; }

    public required bool IsOwn { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public static WaitingDuplicate Of(WaitingPair pair, Actor actor) => new()
    {
        Id = pair.PersonDuplicateId,
        Status = pair.Status,
        KeptId = pair.KeptRef,
        KeptNumber = pair.KeptNumber,
        OtherId = pair.OtherRef,
        OtherNumber = pair.OtherNumber,
        IsOwn = string.Equals(pair.ProposedBy, actor.Subject, StringComparison.Ordinal),
        ProposedAt = pair.ProposedAt,
    };
}

internal sealed record WaitingDuplicates(IReadOnlyList<WaitingDuplicate> Items, Guid? Next);
