namespace Cnaim.Messaging.Auditing;

/// <summary>A look at a record for which no ticket, case or referral was named: who and when, not which record.</summary>
internal sealed record UnexplainedRead
{
    /// <summary>Its number in this service's trail.</summary>
    public required long EntryId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Office { get; init; }

    public required string Centre { get; init; }

    public required string Role { get; init; }

    /// <summary>What was done, for example <c>person.read</c>.</summary>
    public required string Action { get; init; }

    public string? Purpose { get; init; }

    public required string RecordKind { get; init; }
}

/// <summary>A page of them.</summary>
/// <param name="Items">Newest first, at most 200.</param>
/// <param name="Next">The value of <c>after</c> for the next page; null at the end.</param>
internal sealed record UnexplainedReadPage(IReadOnlyList<UnexplainedRead> Items, string? Next);
