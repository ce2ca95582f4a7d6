using System.Text.Json;

namespace Cnaim.Messaging.Retention;

/// <summary>The terms of one service, from the reference data that the build embeds.</summary>
internal sealed class RetentionRules
{
    private readonly Dictionary<string, RetentionRule> _rules;

    private RetentionRules(IEnumerable<RetentionRule> rules) => _rules = rules.ToDictionary(rule => rule.Category, StringComparer.Ordinal);

    public static RetentionRules Of(string service)
    {
        using var stream = typeof(RetentionRules).Assembly.GetManifestResourceStream("retention.json")!;
        return Read(stream, service);
    }

    /// <summary>A rule that names the service goes before one for all.</summary>
    internal static RetentionRules Read(Stream json, string service) => new(JsonSerializer.Deserialize<Document>(json, JsonSerializerOptions.Web)!.Rules
        .Where(rule => rule.Offices.Length is 0 || rule.Offices.Contains(service, StringComparer.Ordinal))
        .GroupBy(rule => rule.Category, StringComparer.Ordinal)
        .Select(rules => rules.OrderByDescending(rule => rule.Offices.Length > 0).First()));

    public RetentionRule? Find(string category) => _rules.GetValueOrDefault(category);

    private sealed record Document(RetentionRule[] Rules);
}
