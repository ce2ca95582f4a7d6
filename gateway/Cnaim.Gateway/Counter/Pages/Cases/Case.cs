namespace Cnaim.Gateway.Counter.Pages.Cases;

/// <summary>What an office does for a person, as the office has it.</summary>
internal sealed record Case
{
    public Guid Id { get; init; }

    public required string State { get; init; }

    public string? CloseReason { get; init; }

    /// <summary>Null when the data had to go.</summary>
    public string? PersonId { get; init; }

    public Guid? ReferralId { get; init; }

    public required string Request { get; init; }

    public string? LegalBasis { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public IReadOnlyList<string> AllowedActions { get; init; } = [];
}

/// <summary>A page of an office's cases.</summary>
internal sealed record CaseList(IReadOnlyList<Case> Items, string? Next);
