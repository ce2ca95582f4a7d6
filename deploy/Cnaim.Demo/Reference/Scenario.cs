using System.Text.Json.Nodes;

namespace Cnaim.Demo.Reference;

/// <summary>One invented person of <c>scenarios.json</c>.</summary>
internal sealed record Scenario(string Id, string Alias, string EvaluateAt, JsonObject Answers, JsonObject Expected);
