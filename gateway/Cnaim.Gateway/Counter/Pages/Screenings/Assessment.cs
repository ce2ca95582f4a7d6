namespace Cnaim.Gateway.Counter.Pages.Screenings;

/// <summary>What the rules say of an interview.</summary>
internal sealed record Assessment
{
    public string RulesVersion { get; init; } = "";

    public DateTimeOffset EvaluatedAt { get; init; }

    public IReadOnlyList<Issue> Issues { get; init; } = [];

    public IReadOnlyList<string> Arrangements { get; init; } = [];

    public IReadOnlyList<Ruling> Eligibility { get; init; } = [];

    public IReadOnlyList<Proposal> Referrals { get; init; } = [];
}

/// <summary>Something to solve.</summary>
internal sealed record Issue(string Code, string Urgency, IReadOnlyList<string> Offices);

/// <summary>What one rule says of one request, under which law, and what would settle it.</summary>
internal sealed record Ruling(string Rule, string Request, string Result, string LegalBasis, IReadOnlyList<string> FindOut);

/// <summary>A referral that the rules suggest.</summary>
internal sealed record Proposal(string Office, string Urgency, IReadOnlyList<string> ForIssues, IReadOnlyList<string> Requests, IReadOnlyList<string> Documents)
{
    public string Priority => Urgency switch
    {
        "immediate" => "emergency",
        "urgent" => "urgent",
        _ => "routine",
    };
}
