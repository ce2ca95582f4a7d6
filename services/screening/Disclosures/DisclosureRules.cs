using System.Text.Json;
using Cnaim.Contracts.Codes;
using Cnaim.Screening.Consents;
using Cnaim.Screening.Rules;

namespace Cnaim.Screening.Disclosures;

/// <summary>What a receiver may learn; pure.</summary>
internal static class DisclosureRules
{
    /// <summary>A status-blind request never carries the residence status, even with consent.</summary>
    public static string[] CategoriesFor(IReadOnlyCollection<string> asked, bool isStatusBlind) =>
        [.. (asked.Count > 0 ? asked : ConsentTerms.DefaultCategories).Where(category => !isStatusBlind || category is not DataCategory.ResidenceStatus)];

    public static string[] IssuesFor(RuleSet rules, string office, IEnumerable<string> issues) =>
        [.. issues.Where(code => rules.IssuesByCode.TryGetValue(code, out var issue) && issue.Offices.Contains(office, StringComparer.Ordinal))];

    /// <summary>The answers of the permitted categories; single values of other categories are left out of lists.</summary>
    public static IReadOnlyDictionary<string, JsonElement> AnswersFor(
        CodeLists lists, IReadOnlyDictionary<string, JsonElement> answers, IReadOnlyCollection<string> categories)
    {
        var permitted = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (question, value) in answers)
        {
            if (lists.CategoryOf(question) is { } category && categories.Contains(category, StringComparer.Ordinal)
                && Narrow(value, item => lists.CategoryOf(question, item) is not { } other || categories.Contains(other, StringComparer.Ordinal)) is { } narrowed)
            {
                permitted[question] = narrowed;
            }
        }

        return permitted;
    }

    private static JsonElement? Narrow(JsonElement value, Func<string, bool> isPermitted)
    {
        if (value.ValueKind is JsonValueKind.String)
        {
            return isPermitted(value.GetString()!) ? value : null;
        }

        if (value.ValueKind is not JsonValueKind.Array)
        {
            return value;
        }

        string[] values = [.. value.EnumerateArray().Select(item => item.GetString()!).Where(isPermitted)];
        return values.Length is 0 ? null : JsonSerializer.SerializeToElement(values);
    }
}
