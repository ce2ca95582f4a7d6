namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>What a receiver got under a consent, and what became of it.</summary>
internal sealed record SentUnder
{
    public required string Office { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public DateTimeOffset? FetchedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Later, an unconfirmed end is on the data-protection officer's list.</summary>
    public DateTimeOffset? ConfirmBy { get; init; }

    /// <summary>purged or frozen.</summary>
    public string? Result { get; init; }

    public string? LegalBasis { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>How far it is, as a code.</summary>
    public string StateAt(DateTimeOffset now) => this switch
    {
        { WithdrawnAt: null, FetchedAt: null } => "permitted",
        { WithdrawnAt: null } => "fetched",
        { Result: { } result } => result,
        { ConfirmBy: { } until } when until <= now => "overdue",
        _ => "asked",
    };
}

/// <summary>All of them.</summary>
internal sealed record SentUnders(IReadOnlyList<SentUnder> Items);
