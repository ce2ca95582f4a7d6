namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>A version of the rules.</summary>
internal sealed record RulesVersion
{
    public required string Version { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required string Status { get; init; }

    public int Rules { get; init; }

    public int Issues { get; init; }

    public int Questions { get; init; }

    public string? LoadedBy { get; init; }

    public DateTimeOffset? LoadedAt { get; init; }

    public string? ApprovedBy { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    public bool IsDraft => Status is "draft";

    /// <summary>The shipped rules begin before everything.</summary>
    public bool IsFirst => ValidFrom == DateOnly.MinValue;
}

/// <summary>All versions.</summary>
internal sealed record RulesVersionList(IReadOnlyList<RulesVersion> Items);

/// <summary>What a version changes of the one that it follows.</summary>
internal sealed record RulesDifferences(string? Follows, IReadOnlyList<RulesDifference> Items);

/// <summary>An entry that is not as it was.</summary>
internal sealed record RulesDifference(string Kind, string Code, RulesText Name, string Change, IReadOnlyList<RulesMember> Members);

/// <summary>A member before and after.</summary>
internal sealed record RulesMember(string Member, RulesText? Before, RulesText? After);

/// <summary>Words in the two languages of staff.</summary>
internal sealed record RulesText(string Pt, string En)
{
    public string Shown => Words.Language.StartsWith("pt", StringComparison.Ordinal) ? Pt : En;
}
