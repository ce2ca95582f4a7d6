namespace Cnaim.Screening.Accesses;

/// <summary>Who saw what screening holds of a person, and who holds a permit; an office that must not be named is specialised-support.</summary>
/// <param name="Items">Newest first, at most 200.</param>
/// <param name="Permits">Newest first, at most 200.</param>
/// <param name="Next">The value of <c>after</c> for the next page; null at the end.</param>
internal sealed record AccessPage(IReadOnlyList<Access> Items, IReadOnlyList<HeldPermit> Permits, string? Next);

/// <summary>One access; it names the role and never the member of staff.</summary>
internal sealed record Access
{
    public required long EntryId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Office { get; init; }

    public required string Centre { get; init; }

    public required string Role { get; init; }

    /// <summary>What was done, for example <c>person.read</c>, or tried, <c>person.read-denied</c>.</summary>
    public required string Action { get; init; }

    public string? Purpose { get; init; }

    /// <summary>For which ticket, case or referral, where one was named.</summary>
    public string? Behind { get; init; }

    public required string RecordKind { get; init; }
}

/// <summary>What an office may fetch, and whether it did.</summary>
internal sealed record HeldPermit
{
    public required string Office { get; init; }

    public required string Purpose { get; init; }

    public required string[] Categories { get; init; }

    public required DateTimeOffset PermittedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? FetchedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }
}
