namespace Cnaim.Screening.Consents;

/// <summary>A consent as an office sees it; a recipient is shown itself only, and a sensitive recipient is named to nobody else.</summary>
internal sealed record ConsentView
{
    public required Guid Id { get; init; }

    public required string PersonId { get; init; }

    public required IReadOnlyList<string> Recipients { get; init; }

    public required IReadOnlyList<string> Purposes { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>permit or deny.</summary>
    public required string Decision { get; init; }

    public required string GivenBy { get; init; }

    public string? GuardianRelation { get; init; }

    /// <summary>The law that the disclosure rests on, where nobody was asked.</summary>
    public string? LegalBasis { get; init; }

    public required DateTimeOffset ValidFrom { get; init; }

    public required DateTimeOffset ValidTo { get; init; }

    public required string Language { get; init; }

    /// <summary>Through whom it was explained; for the office that recorded it.</summary>
    public string? Interpreter { get; init; }

    public required string Evidence { get; init; }

    public required string TextVersion { get; init; }

    public required string Status { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>True for the office that recorded it; it alone activates a draft or says that it was a mistake.</summary>
    public required bool IsOwn { get; init; }

    public static ConsentView Of(ConsentRow row, string office, SensitiveOffices sensitive) => new()
    {
        Id = row.ConsentId,
        PersonId = row.PersonRef,
        Recipients = row.IsOwn ? [.. row.Recipients.Select(code => sensitive.For(code, office))] : [office],
        Purposes = row.Purposes,
        Categories = row.Categories,
        Decision = row.Decision,
        GivenBy = row.GivenBy,
        GuardianRelation = row.GuardianRelation,
        LegalBasis = row.LegalBasis,
        ValidFrom = row.ValidFrom,
        ValidTo = row.ValidTo,
        Language = row.Language,
        Interpreter = row.IsOwn ? row.Interpreter : null,
        Evidence = row.Evidence,
        TextVersion = row.TextVersion,
        Status = row.Status,
        WithdrawnAt = row.WithdrawnAt,
        IsOwn = row.IsOwn,
    };
}

internal sealed record ConsentList(IReadOnlyList<ConsentView> Items);

/// <summary>What went out under a consent, and what became of it.</summary>
internal sealed record ConsentDisclosures(IReadOnlyList<ConsentDisclosure> Items);

/// <summary>A permit that a receiver got under a consent; a sensitive receiver is named to nobody else.</summary>
internal sealed record ConsentDisclosure
{
    public required string Office { get; init; }

    public required string[] Categories { get; init; }

    public required DateTimeOffset PermittedAt { get; init; }

    /// <summary>When the receiver last fetched the data; null where it never did.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Until when the receiver is to confirm that the data is gone; later it stands on the data-protection officer's list.</summary>
    public DateTimeOffset? ConfirmBy { get; init; }

    /// <summary>purged or frozen; null while the receiver has not confirmed.</summary>
    public string? Result { get; init; }

    /// <summary>The law on which frozen data is kept.</summary>
    public string? LegalBasis { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }
}
