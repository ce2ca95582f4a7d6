using System.Text.Json;
using Cnaim.Screening.Rules;

namespace Cnaim.Screening.Tests.Rules;

/// <summary>The shipped rules, compiled once.</summary>
internal static class Shipped
{
    public static CodeLists Lists { get; } = new(Path.Combine(AppContext.BaseDirectory, "config/screening"));

    public static RuleDocuments Documents { get; } = new()
    {
        Questions = Read("questions.json"),
        Issues = Read("issues.json"),
        Eligibility = Read("eligibility.json"),
        Offices = Read("offices.json"),
    };

    public static RulesVersion Version { get; } = new(1, DateOnly.MinValue, RulesVersion.Approved, Compile(Documents));

    public static RuleSet Rules => Version.Rules;

    public static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "rules", file)));
        return document.RootElement.Clone();
    }

    public static Dictionary<string, JsonElement> Answers(string json) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;

    private static RuleSet Compile(RuleDocuments documents)
    {
        var (rules, errors) = RuleSetReader.Read(documents, Lists);
        return rules ?? throw new InvalidOperationException(string.Join('\n', errors));
    }
}
