using System.Text.Json;

namespace Cnaim.Screening.Rules;

/// <summary>What differs between two versions, by code and member; pure. Nothing that differs is left out, also what no rule evaluates.</summary>
internal static class CompareRules
{
    // Of an entry that came or went; the rest (sources, notes) says nothing of what it does.
    private static readonly string[] Telling =
    [
        "kind", "block", "type", "text", "title", "options", "values", "show_if", "when", "request", "condition", "offices", "office", "urgency", "requests", "legal_basis", "valid_from", "valid_to", "documents", "status_blind",
    ];

    /// <summary>The approved version that the other takes over from: the last that begins before it, and of several the newest.</summary>
    public static RulesVersion? Predecessor(RulesVersion version, IEnumerable<RulesVersion> all) => all
        .Where(other => other.Status is RulesVersion.Approved && (other.ValidFrom, other.Number).CompareTo((version.ValidFrom, version.Number)) < 0)
        .MaxBy(other => (other.ValidFrom, other.Number));

    public static IReadOnlyList<RulesDifference> Run(RuleDocuments before, RuleDocuments after)
    {
        var (oldWords, newWords) = (new RulesWords(before.Questions), new RulesWords(after.Questions));
        return
        [
            .. Between("value-set", ValueSets(before), ValueSets(after), oldWords, newWords),
            .. Between("question", Entries(before.Questions, "questions", "code"), Entries(after.Questions, "questions", "code"), oldWords, newWords),
            .. Between("issue", Entries(before.Issues, "issues", "code"), Entries(after.Issues, "issues", "code"), oldWords, newWords),
            .. Between("rule", Entries(before.Eligibility, "rules", "id"), Entries(after.Eligibility, "rules", "id"), oldWords, newWords),
            .. Between("request", Requests(before), Requests(after), oldWords, newWords),
        ];
    }

    private static IEnumerable<RulesDifference> Between(
        string kind, OrderedDictionary<string, JsonElement> before, OrderedDictionary<string, JsonElement> after, RulesWords oldWords, RulesWords newWords)
    {
        foreach (var (code, now) in after)
        {
            if (!before.TryGetValue(code, out var then))
            {
                yield return Difference(RulesDifference.Added, now, [.. Told(now).Select(member => new RulesMemberDifference(member.Name, null, newWords.Of(member.Name, member.Value)))]);
            }
            else if (!JsonElement.DeepEquals(then, now))
            {
                yield return Difference(RulesDifference.Changed, now, [.. Members(then, now, oldWords, newWords)]);
            }

            RulesDifference Difference(string change, JsonElement entry, IReadOnlyList<RulesMemberDifference> members) =>
                new() { Kind = kind, Code = code, Name = RulesWords.NameOf(entry, code), Change = change, Members = members };
        }

        foreach (var (code, then) in before.Where(entry => !after.ContainsKey(entry.Key)))
        {
            yield return new RulesDifference
            {
                Kind = kind,
                Code = code,
                Name = RulesWords.NameOf(then, code),
                Change = RulesDifference.Removed,
                Members = [.. Told(then).Select(member => new RulesMemberDifference(member.Name, oldWords.Of(member.Name, member.Value), null))],
            };
        }
    }

    private static IEnumerable<RulesMemberDifference> Members(JsonElement before, JsonElement after, RulesWords oldWords, RulesWords newWords)
    {
        var names = before.EnumerateObject().Concat(after.EnumerateObject()).Select(member => member.Name).Distinct(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var (hadOne, then) = (before.TryGetProperty(name, out var old), old);
            var (hasOne, now) = (after.TryGetProperty(name, out var present), present);
            if (hadOne != hasOne || !JsonElement.DeepEquals(then, now))
            {
                yield return new RulesMemberDifference(name, hadOne ? oldWords.Of(name, then) : null, hasOne ? newWords.Of(name, now) : null);
            }
        }
    }

    private static IEnumerable<JsonProperty> Told(JsonElement entry) =>
        entry.EnumerateObject().Where(member => member.Value.ValueKind is not JsonValueKind.Null && Telling.Contains(member.Name, StringComparer.Ordinal));

    private static OrderedDictionary<string, JsonElement> Entries(JsonElement document, string list, string key) =>
        Keyed(document.GetProperty(list).EnumerateArray().Select(entry => (entry.GetProperty(key).GetString()!, entry)));

    private static OrderedDictionary<string, JsonElement> ValueSets(RuleDocuments documents) =>
        Keyed(documents.Questions.TryGetProperty("value_sets", out var sets) ? sets.EnumerateObject().Select(set => (set.Name, set.Value)) : []);

    private static OrderedDictionary<string, JsonElement> Requests(RuleDocuments documents) => Keyed(
        documents.Offices.GetProperty("offices").EnumerateArray().SelectMany(office => office.GetProperty("requests").EnumerateArray())
            .Select(request => (request.GetProperty("code").GetString()!, request)));

    private static OrderedDictionary<string, JsonElement> Keyed(IEnumerable<(string Code, JsonElement Entry)> entries)
    {
        var keyed = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (code, entry) in entries)
        {
            keyed[code] = entry;
        }

        return keyed;
    }
}
