namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>Somebody who may be the same person, and what was said of the two.</summary>
internal sealed record Candidate
{
    public required Person Person { get; init; }

    /// <summary>What the two have in common.</summary>
    public IReadOnlyList<string> Because { get; init; } = [];

    public PairState? Proposal { get; init; }

    /// <summary>Whether somebody said that the two are one, and another is to look.</summary>
    public bool IsProposed => Proposal is { Status: "proposed" };

    /// <summary>Whether the candidate's process goes on: as it was proposed, else the older number.</summary>
    public bool IsKeptBefore(Person person) => Proposal is { Status: "proposed", KeptId: var kept }
        ? string.Equals(kept, Person.Id, StringComparison.Ordinal)
        : string.CompareOrdinal(Running(Person), Running(person)) < 0;

    // Year and running number, without the letter of the centre.
    private static string Running(Person person) => person.ProcessNumber.Length > 2 ? person.ProcessNumber[2..] : "";
}

/// <summary>What waits for somebody to decide.</summary>
internal sealed record PairState(string Status, string KeptId, bool IsOwn, DateTimeOffset ProposedAt);

/// <summary>Who may be the same person, those first about whom something was said.</summary>
internal sealed record Candidates(IReadOnlyList<Candidate> Items);

/// <summary>What the two are now, and the record that goes on.</summary>
internal sealed record Resolved(string Status, Person Person);

/// <summary>Two records that wait for somebody to decide.</summary>
internal sealed record WaitingPair
{
    public required string Status { get; init; }

    public required string KeptId { get; init; }

    public required string KeptNumber { get; init; }

    public required string OtherId { get; init; }

    public required string OtherNumber { get; init; }

    public bool IsOwn { get; init; }

    public DateTimeOffset ProposedAt { get; init; }

    public string Address => $"/people/{KeptId}/matches/{OtherId}";
}

/// <summary>A page of them.</summary>
internal sealed record WaitingPairs(IReadOnlyList<WaitingPair> Items, Guid? Next);
