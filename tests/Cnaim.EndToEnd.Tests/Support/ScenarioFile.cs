using System.Text.Json.Nodes;
using Cnaim.Testing;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>Persons with expected results, in the form of <c>scenarios.json</c>.</summary>
internal static class ScenarioFile
{
    public static IReadOnlyList<JsonNode> Shipped { get; } = Read(Repository.At("deploy", "data", "rules", "scenarios.json"));

    public static IReadOnlyList<JsonNode> Further { get; } = Read(Path.Combine(AppContext.BaseDirectory, "Data", "further-persons.json"));

    private static List<JsonNode> Read(string path) => JsonNode.Parse(File.ReadAllText(path))!["scenarios"]!.AsArray().Select(node => node!).ToList();
}
