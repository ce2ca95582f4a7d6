using System.Collections.Frozen;

namespace Cnaim.Screening.Rules;

/// <summary>One compiled version of the rules; immutable and shared by all requests.</summary>
internal sealed record RuleSet
{
    public required IReadOnlyList<Question> Questions { get; init; }

    public required IReadOnlyList<Issue> Issues { get; init; }

    public required IReadOnlyList<EligibilityRule> Rules { get; init; }

    public required FrozenDictionary<string, ServiceRequest> Requests { get; init; }

    /// <summary>The codes of the offices.</summary>
    public required FrozenSet<string> Offices { get; init; }

    /// <summary>Questions by code.</summary>
    public required FrozenDictionary<string, Question> Catalogue { get; init; }

    /// <summary>Issues by code.</summary>
    public required FrozenDictionary<string, Issue> IssuesByCode { get; init; }
}

/// <summary>Something to solve; or, without an office, an arrangement that goes with every referral.</summary>
internal sealed record Issue(string Code, bool IsArrangement, Expression When, string[] Offices, Urgency Urgency, string[] Requests);

/// <summary>A dated rule about a request.</summary>
internal sealed record EligibilityRule(
    string Id, string Request, Expression Condition, string LegalBasis, DateOnly? ValidFrom, DateOnly? ValidTo, Question[] Questions)
{
    public bool IsInForce(DateOnly date) => (ValidFrom is null || date >= ValidFrom) && (ValidTo is null || date <= ValidTo);
}

/// <summary>What an office does for a person.</summary>
internal sealed record ServiceRequest(string Code, string Office, string[] Documents, bool IsStatusBlind);

/// <summary>How soon; in order.</summary>
internal enum Urgency
{
    Immediate,
    Urgent,
    Normal,
    Low,
}
