namespace Cnaim.Screening.Rules;

/// <summary>What a version changes of the one that it follows.</summary>
internal sealed record RulesDifferences
{
    public required string Version { get; init; }

    /// <summary>The approved version that was in force before its first day; null for the first of all.</summary>
    public string? Follows { get; init; }

    /// <summary>Value sets, questions, issues, rules and requests, in this order; empty where there is nothing to compare with.</summary>
    public required IReadOnlyList<RulesDifference> Items { get; init; }
}

/// <summary>An entry of the documents that is not as it was.</summary>
internal sealed record RulesDifference
{
    public const string Added = "added";
    public const string Removed = "removed";
    public const string Changed = "changed";

    /// <summary><c>value-set</c>, <c>question</c>, <c>issue</c>, <c>rule</c> or <c>request</c>.</summary>
    public required string Kind { get; init; }

    public required string Code { get; init; }

    /// <summary>What people call it; the code where it has no name.</summary>
    public required RulesText Name { get; init; }

    /// <summary><c>added</c>, <c>removed</c> or <c>changed</c>.</summary>
    public required string Change { get; init; }

    /// <summary>Of a changed entry the members that differ; of others those that say what it is.</summary>
    public required IReadOnlyList<RulesMemberDifference> Members { get; init; }
}

/// <summary>A member before and after, in words; null is absent.</summary>
internal sealed record RulesMemberDifference(string Member, RulesText? Before, RulesText? After);

/// <summary>Words in the two languages of staff.</summary>
internal sealed record RulesText(string Pt, string En);
