namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>The one process of a person, as far as the acting office may see it.</summary>
internal sealed record PersonProcess
{
    public required Person Person { get; init; }

    /// <summary>Records of the same person that were joined with this one.</summary>
    public IReadOnlyList<MergedPerson> MergedWith { get; init; } = [];

    public IReadOnlyList<PastInterview> Interviews { get; init; } = [];

    /// <summary>What the last interview raised.</summary>
    public IReadOnlyList<Screenings.Issue> Issues { get; init; } = [];

    public IReadOnlyList<Consent> Consents { get; init; } = [];

    public IReadOnlyList<SentOn> Referrals { get; init; } = [];
}

/// <summary>Another record of the person; the kept one goes on.</summary>
internal sealed record MergedPerson(string Id, string ProcessNumber, bool IsKept);

/// <summary>An interview that was begun.</summary>
internal sealed record PastInterview(Guid Id, DateOnly Date, string Language, DateTimeOffset UpdatedAt);

/// <summary>A consent that this office recorded or that names it.</summary>
internal sealed record Consent
{
    public Guid Id { get; init; }

    public IReadOnlyList<string> Recipients { get; init; } = [];

    public IReadOnlyList<string> Purposes { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>permit or deny.</summary>
    public string Decision { get; init; } = "";

    /// <summary>self, guardian or law.</summary>
    public string GivenBy { get; init; } = "";

    public string? GuardianRelation { get; init; }

    /// <summary>The law, where nobody was asked.</summary>
    public string? LegalBasis { get; init; }

    public DateTimeOffset ValidFrom { get; init; }

    public DateTimeOffset ValidTo { get; init; }

    public string Language { get; init; } = "";

    /// <summary>Through whom it was explained, for the office that recorded it.</summary>
    public string? Interpreter { get; init; }

    public string Evidence { get; init; } = "";

    public string Status { get; init; } = "";

    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Whether this office recorded it.</summary>
    public bool IsOwn { get; init; }

    /// <summary>A consent ends with a day; the moment after it would be read as one day more.</summary>
    public DateOnly LastDay => DateOnly.FromDateTime(ValidTo.AddTicks(-1).UtcDateTime);

    /// <summary>The state in words: a no is told apart from a yes that ended.</summary>
    public string Shown => Decision is NewConsentModel.Refuse && Status is "inactive" ? "refused" : Status;
}

/// <summary>A person's consents that this office may see.</summary>
internal sealed record ConsentList(IReadOnlyList<Consent> Items);

/// <summary>A referral of the process.</summary>
internal sealed record SentOn(Guid ReferralId, string Office, string? Request, string Status, DateTimeOffset UpdatedAt);
