using System.Text.Json.Nodes;
using Cnaim.Testing;

namespace Cnaim.Architecture.Tests.Hosts;

/// <summary>What a caller of the older document could no longer do or read by the newer one: things that are gone, have another type, or are demanded now.</summary>
internal static class BreakingChanges
{
    private const string Scope = "x-cnaim-scope";
    private const string Security = "security";

    public static IReadOnlyList<string> Between(string older, string newer)
    {
        var (old, now) = (JsonNode.Parse(older)!.AsObject(), JsonNode.Parse(newer)!.AsObject());
        return [.. Operations(old, now).Concat(Webhooks(old, now)).Concat(Schemas(old, now)).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Operations(JsonObject old, JsonObject now) =>
        from path in Members(old["paths"])
        from operation in Members(path.Value)
        let name = $"{operation.Key.ToUpperInvariant()} {path.Key}"
        let match = now["paths"]?[path.Key]?[operation.Key]
        from change in match is null ? [$"{name} is gone"] : Operation(name, operation.Value!, match)
        select change;

    // We send these: their bodies are what callers read.
    private static IEnumerable<string> Webhooks(JsonObject old, JsonObject now) => Members(old["webhooks"]).SelectMany(webhook => now["webhooks"]?[webhook.Key] is { } match
        ? Contents($"The webhook {webhook.Key}", webhook.Value?["post"]?["requestBody"], match["post"]?["requestBody"], SchemaUse.Read)
        : [$"The webhook {webhook.Key} is gone"]);

    private static IEnumerable<string> Operation(string name, JsonNode old, JsonNode now)
    {
        var (before, after) = (Parameters(old), Parameters(now));
        var parameters = before.Where(entry => !after.ContainsKey(entry.Key)).Select(entry => $"{name}: the {entry.Key} is gone")
            .Concat(after.Where(entry => IsTrue(entry.Value["required"]) && !IsTrue(before.GetValueOrDefault(entry.Key)?["required"])).Select(entry => $"{name} demands the {entry.Key}"))
            .Concat(before.Where(entry => after.ContainsKey(entry.Key)).SelectMany(entry => SchemaChanges.Between($"{name}: the {entry.Key}", entry.Value["schema"], after[entry.Key]["schema"], SchemaUse.Sent)));
        var body = (IsTrue(now["requestBody"]?["required"]) && !IsTrue(old["requestBody"]?["required"]) ? [$"{name} demands a body"] : Enumerable.Empty<string>())
            .Concat(Contents($"{name}: the body", old["requestBody"], now["requestBody"], SchemaUse.Sent));
        var answers = Members(old["responses"]).Where(answer => answer.Key.StartsWith('2')).SelectMany(answer => now["responses"]?[answer.Key] is { } match
            ? Contents($"{name}: the answer {answer.Key}", answer.Value, match, SchemaUse.Read)
            : [$"{name}: the answer {answer.Key} is gone"]);
        return [.. parameters, .. body, .. answers, .. Rights(name, old, now)];
    }

    private static IEnumerable<string> Rights(string name, JsonNode old, JsonNode now)
    {
        if (now[Scope] is { } scope && !JsonNode.DeepEquals(old[Scope], scope))
        {
            yield return $"{name} demands the scope {scope}";
        }

        if (old[Security] is JsonArray { Count: 0 } && now[Security] is not JsonArray { Count: 0 })
        {
            yield return $"{name} demands a token";
        }
    }

    private static IEnumerable<string> Contents(string name, JsonNode? old, JsonNode? now, SchemaUse use) => Members(old?["content"]).SelectMany(content =>
        now?["content"]?[content.Key] is { } match ? SchemaChanges.Between(name, content.Value!["schema"], match["schema"], use) : [$"{name} as {content.Key} is gone"]);

    // A schema that nothing refers to any more is not missed.
    private static IEnumerable<string> Schemas(JsonObject old, JsonObject now)
    {
        var (sent, read) = (Reachable(now, Operations(now).SelectMany(Input)), Reachable(now, Operations(now).Select(operation => operation?["responses"]).Append(now["webhooks"])));
        return from schema in Members(old["components"]?["schemas"])
               let match = now["components"]?["schemas"]?[schema.Key]
               let use = (sent.Contains(schema.Key) ? SchemaUse.Sent : SchemaUse.None) | (read.Contains(schema.Key) ? SchemaUse.Read : SchemaUse.None)
               where match is not null && use is not SchemaUse.None
               from change in SchemaChanges.Between(schema.Key, schema.Value, match, use)
               select change;
    }

    private static IEnumerable<JsonNode?> Operations(JsonObject document) => Members(document["paths"]).SelectMany(path => Members(path.Value)).Select(operation => operation.Value);

    private static IEnumerable<JsonNode?> Input(JsonNode? operation) => [operation?["requestBody"], operation?["parameters"]];

    private static HashSet<string> Reachable(JsonObject document, IEnumerable<JsonNode?> from)
    {
        var (found, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<JsonNode?>(from));
        while (open.TryPop(out var node))
        {
            foreach (var part in node switch { JsonObject members => members.Select(member => member.Value), JsonArray items => items, _ => [] })
            {
                open.Push(part);
            }

            if (node is JsonValue text && text.TryGetValue<string>(out var value) && value.StartsWith("#/components/", StringComparison.Ordinal)
                && value.Split('/') is [_, _, var kind, var name] && found.Add(name))
            {
                open.Push(document["components"]?[kind]?[name]);
            }
        }

        return found;
    }

    private static Dictionary<string, JsonNode> Parameters(JsonNode operation) => (operation["parameters"] as JsonArray ?? [])
        .ToDictionary(parameter => $"{parameter!["in"]} parameter {parameter["name"]}", parameter => parameter!, StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? node) => node as JsonObject ?? [];

    private static bool IsTrue(JsonNode? node) => node?.GetValue<bool>() is true;
}
