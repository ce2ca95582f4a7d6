namespace Cnaim.Subscriptions.Agreements;

/// <summary>What a partner may be told.</summary>
internal sealed record AgreementTerms
{
    /// <summary>The partner, 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Wire types of the event catalogue.</summary>
    public required IReadOnlyList<string> EventTypes { get; init; }

    /// <summary>DICO codes; <c>*</c> for all, and for events that have none.</summary>
    public required IReadOnlyList<string> Municipalities { get; init; }

    /// <summary><c>count</c>, <c>status</c> or <c>party</c>.</summary>
    public required string DataLevel { get; init; }

    /// <summary>With <c>party</c>: the office whose referrals are meant.</summary>
    public string? Office { get; init; }

    /// <summary>Whether the partner may have a queue of its own at the broker; false unless said.</summary>
    public bool Queue { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day; null for no end.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Whom to turn to at the partner's.</summary>
    public required FocalPoint FocalPoint { get; init; }
}

/// <summary>A partner's contact; a function rather than a person's own name where there is one.</summary>
internal sealed record FocalPoint(string Name, string Email);
