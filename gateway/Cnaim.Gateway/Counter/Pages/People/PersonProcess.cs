namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>The one process of a person, as far as the acting office may see it.</summary>
internal sealed record PersonProcess
{
    public required Person Person { get; init; }

    public IReadOnlyList<PastInterview> Interviews { get; init; } = [];

    /// <summary>What the last interview raised.</summary>
    public IReadOnlyList<Screenings.Issue> Issues { get; init; } = [];

    public IReadOnlyList<Consent> Consents { get; init; } = [];

    public IReadOnlyList<SentOn> Referrals { get; init; } = [];
}

/// <summary>An interview that was begun.</summary>
internal sealed record PastInterview(Guid Id, DateOnly Date, string Language, DateTimeOffset UpdatedAt);

/// <summary>A consent that this office recorded or that names it.</summary>
internal sealed record Consent
{
    public Guid Id { get; init; }

    public IReadOnlyList<string> Recipients { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public DateTimeOffset ValidTo { get; init; }

    public string Status { get; init; } = "";
}

/// <summary>A referral of the process.</summary>
internal sealed record SentOn(Guid ReferralId, string Office, string? Request, string Status, DateTimeOffset UpdatedAt);
