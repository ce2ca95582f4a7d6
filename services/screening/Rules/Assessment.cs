namespace Cnaim.Screening.Rules;

/// <summary>What an interview yields; the same for HTTP and gRPC.</summary>
internal sealed record Assessment
{
    public required string RulesVersion { get; init; }

    public required DateTimeOffset EvaluatedAt { get; init; }

    public required IReadOnlyList<RaisedIssue> Issues { get; init; }

    public required IReadOnlyList<string> Arrangements { get; init; }

    public required IReadOnlyList<RuleOutcome> Eligibility { get; init; }

    /// <summary>Per request: eligible if any rule in force says so, else unknown if any is, else not eligible.</summary>
    public required IReadOnlyList<RequestOutcome> Requests { get; init; }

    public required IReadOnlyList<Proposal> Referrals { get; init; }
}

internal sealed record RaisedIssue(string Code, string Urgency, IReadOnlyList<string> Offices);

internal sealed record RuleOutcome(string Rule, string Request, string Result, string LegalBasis, IReadOnlyList<string> FindOut);

internal sealed record RequestOutcome(string Request, string Result);

internal sealed record Proposal(string Office, string Urgency, IReadOnlyList<string> ForIssues, IReadOnlyList<string> Requests, IReadOnlyList<string> Documents);
