using System.Text.Json;
using Cnaim.Screening.Rules;

namespace Cnaim.Screening.People;

/// <summary>
/// Scores how alike two people are by a tree of conditions that is data (<c>matcher.json</c>): <c>fuzzy</c> (trigrams of names), <c>strict</c>
/// (a common value) and <c>dateRange</c> (intervals within days), joined by <c>all</c> (the lowest), <c>any</c> (the highest) or <c>weighted</c>.
/// What one side does not say counts neither for nor against.
/// </summary>
internal sealed class PersonMatcher(MatcherFile file)
{
    public PersonMatcher(string folder)
        : this(JsonSerializer.Deserialize<MatcherFile>(File.ReadAllBytes(Path.Combine(folder, "matcher.json")), JsonSerializerOptions.Web)!)
    {
    }

    /// <summary>From this score on a duplicate is suspected.</summary>
    public double Threshold => file.Threshold;

    public double Score(MatchFacts left, MatchFacts right) => Score(file.Condition, left, right) ?? 0;

    /// <summary>What speaks for the two being one: the fields whose conditions hold.</summary>
    public IReadOnlyList<string> Because(MatchFacts left, MatchFacts right) =>
        [.. Leaves(file.Condition).Where(leaf => Score(leaf, left, right) > 0).Select(leaf => (leaf.Fuzzy ?? leaf.Strict ?? leaf.DateRange)!).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<MatchCondition> Leaves(MatchCondition condition) =>
        (condition.All ?? condition.Any ?? condition.Weighted) is { } parts ? parts.SelectMany(Leaves) : [condition];

    private static double? Score(MatchCondition condition, MatchFacts left, MatchFacts right) => condition switch
    {
        { All: { } all } => all.Select(part => Score(part, left, right)).Min(),
        { Any: { } any } => any.Select(part => Score(part, left, right)).Max(),
        { Weighted: { } weighted } => Weigh(weighted, left, right),
        { Fuzzy: "name" } => Trigrams.Similarity(left.Name, right.Name) is var score && score >= condition.AtLeast ? score : 0,
        { Strict: "nationality" } when left.Nationalities.Count > 0 && right.Nationalities.Count > 0 =>
            left.Nationalities.Intersect(right.Nationalities, StringComparer.Ordinal).Any() ? 1 : 0,
        { Strict: "identifier" } when left.Identifiers.Count > 0 && right.Identifiers.Count > 0 =>
            left.Identifiers.Intersect(right.Identifiers, StringComparer.Ordinal).Any() ? 1 : 0,
        { DateRange: "birth" } when left.Birth is { } mine && right.Birth is { } other =>
            mine.First.AddDays(-condition.Days) <= other.Last && other.First <= mine.Last.AddDays(condition.Days) ? 1 : 0,
        _ => null,
    };

    private static double? Weigh(IReadOnlyList<MatchCondition> parts, MatchFacts left, MatchFacts right)
    {
        var scored = parts.Select(part => (part.Weight, Score: Score(part, left, right))).Where(part => part.Score is not null).ToArray();
        return scored.Length is 0 ? null : scored.Sum(part => part.Weight * part.Score!.Value) / scored.Sum(part => part.Weight);
    }
}

internal sealed record MatcherFile
{
    public required double Threshold { get; init; }

    public required MatchCondition Condition { get; init; }
}

internal sealed record MatchCondition
{
    public MatchCondition[]? All { get; init; }

    public MatchCondition[]? Any { get; init; }

    public MatchCondition[]? Weighted { get; init; }

    public string? Fuzzy { get; init; }

    public string? Strict { get; init; }

    public string? DateRange { get; init; }

    public double Weight { get; init; } = 1;

    public double AtLeast { get; init; }

    public int Days { get; init; }
}

/// <summary>What two records are compared by.</summary>
internal sealed record MatchFacts(string Name, ApproximateDate? Birth, IReadOnlyList<string> Nationalities)
{
    public static MatchFacts None { get; } = new("", null, []);

    /// <summary>Hashes of numbers of documents, as text.</summary>
    public IReadOnlyList<string> Identifiers { get; init; } = [];
}
