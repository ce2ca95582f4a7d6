using System.Text.Json;

namespace Cnaim.Screening.Rules;

/// <summary>The four documents of a version, in the form of <c>deploy/data/rules</c>; what is not evaluated (texts, sources) is kept and not read.</summary>
internal sealed record RuleDocuments
{
    public required JsonElement Questions { get; init; }

    public required JsonElement Issues { get; init; }

    public required JsonElement Eligibility { get; init; }

    public required JsonElement Offices { get; init; }
}

internal sealed record QuestionsDocument
{
    public Dictionary<string, ValueSetEntry> ValueSets { get; init; } = [];

    public required List<QuestionEntry> Questions { get; init; }
}

internal sealed record ValueSetEntry
{
    public string[] Values { get; init; } = [];
}

internal sealed record QuestionEntry
{
    public required string Code { get; init; }

    public required string Type { get; init; }

    public bool Multiple { get; init; }

    public List<OptionEntry> Options { get; init; } = [];

    public bool PreferNotToSay { get; init; }

    public JsonElement? ShowIf { get; init; }
}

internal sealed record OptionEntry
{
    public required string Code { get; init; }
}

internal sealed record IssuesDocument
{
    public required List<IssueEntry> Issues { get; init; }
}

internal sealed record IssueEntry
{
    public required string Code { get; init; }

    public string Kind { get; init; } = "issue";

    public required JsonElement When { get; init; }

    public string[] Offices { get; init; } = [];

    public required string Urgency { get; init; }

    public string[] Requests { get; init; } = [];
}

internal sealed record EligibilityDocument
{
    public required List<RuleEntry> Rules { get; init; }
}

internal sealed record RuleEntry
{
    public required string Id { get; init; }

    public required string Request { get; init; }

    public required JsonElement Condition { get; init; }

    public required string LegalBasis { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }
}

internal sealed record OfficesDocument
{
    public required List<OfficeEntry> Offices { get; init; }
}

internal sealed record OfficeEntry
{
    public required string Code { get; init; }

    public required List<RequestEntry> Requests { get; init; }
}

internal sealed record RequestEntry
{
    public required string Code { get; init; }

    public string[] Documents { get; init; } = [];

    public required bool StatusBlind { get; init; }
}
