using System.Text.Json.Nodes;

namespace Cnaim.Architecture.Tests.Hosts;

/// <summary>What a caller of the older document could no longer do or read by the newer one: things that are gone, have another type, or are demanded now.</summary>
internal static class BreakingChanges
{
    public static IReadOnlyList<string> Between(string older, string newer)
    {
        var (old, now) = (JsonNode.Parse(older)!.AsObject(), JsonNode.Parse(newer)!.AsObject());
        return [.. Operations(old, now).Concat(Schemas(old, now)).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Operations(JsonObject old, JsonObject now) =>
        from path in Members(old["paths"])
        from operation in Members(path.Value)
        let name = $"{operation.Key.ToUpperInvariant()} {path.Key}"
        let match = now["paths"]?[path.Key]?[operation.Key]
        from change in match is null ? [$"{name} is gone"] : Operation(name, operation.Value!, match)
        select change;

    private static IEnumerable<string> Operation(string name, JsonNode old, JsonNode now)
    {
        var (before, after) = (Parameters(old), Parameters(now));
        var parameters = before.Where(entry => !after.ContainsKey(entry.Key)).Select(entry => $"{name}: the {entry.Key} is gone")
            .Concat(after.Where(entry => IsTrue(entry.Value["required"]) && !IsTrue(before.GetValueOrDefault(entry.Key)?["required"])).Select(entry => $"{name} demands the {entry.Key}"))
            .Concat(before.Where(entry => after.ContainsKey(entry.Key)).SelectMany(entry => Types($"{name}: the {entry.Key}", entry.Value["schema"], after[entry.Key]["schema"])));
        var body = (IsTrue(now["requestBody"]?["required"]) && !IsTrue(old["requestBody"]?["required"]) ? [$"{name} demands a body"] : Enumerable.Empty<string>())
            .Concat(Contents($"{name}: the body", old["requestBody"], now["requestBody"]));
        var answers = Members(old["responses"]).Where(answer => answer.Key.StartsWith('2')).SelectMany(answer => now["responses"]?[answer.Key] is { } match
            ? Contents($"{name}: the answer {answer.Key}", answer.Value, match)
            : [$"{name}: the answer {answer.Key} is gone"]);
        return [.. parameters, .. body, .. answers];
    }

    private static IEnumerable<string> Contents(string name, JsonNode? old, JsonNode? now) => Members(old?["content"]).SelectMany(content =>
        now?["content"]?[content.Key] is { } match ? Types(name, content.Value!["schema"], match["schema"]) : [$"{name} as {content.Key} is gone"]);

    // A schema that nothing refers to any more is not missed.
    private static IEnumerable<string> Schemas(JsonObject old, JsonObject now)
    {
        var (sent, used) = (Reachable(now, Bodies(now)), Reachable(now, [now["paths"]]));
        return from schema in Members(old["components"]?["schemas"])
               let match = now["components"]?["schemas"]?[schema.Key]
               where match is not null && used.Contains(schema.Key)
               from change in Members(schema.Key, schema.Value!, match, sent.Contains(schema.Key)).Concat(Types(schema.Key, schema.Value, match))
               select change;
    }

    private static IEnumerable<string> Members(string name, JsonNode old, JsonNode now, bool isSent)
    {
        var (before, after) = (Names(old["required"]), Names(now["required"]));
        var gone = Members(old["properties"]).Where(member => now["properties"]?[member.Key] is null).Select(member => $"{name}.{member.Key} is gone");
        var demanded = isSent ? after.Except(before, StringComparer.Ordinal).Select(member => $"{name} demands {member}") : [];
        var types = Members(old["properties"]).Where(member => now["properties"]?[member.Key] is not null)
            .SelectMany(member => Types($"{name}.{member.Key}", member.Value, now["properties"]![member.Key]));
        var values = isSent ? Names(old["enum"]).Except(Names(now["enum"]), StringComparer.Ordinal).Select(value => $"{name} no longer takes {value}") : [];
        return [.. gone, .. demanded, .. types, .. values];
    }

    private static IEnumerable<string> Types(string name, JsonNode? old, JsonNode? now) =>
        string.Equals(Shape(old), Shape(now), StringComparison.Ordinal) ? [] : [$"{name} was {Shape(old)} and is {Shape(now)}"];

    /// <summary>A schema's type without its words, limits and members.</summary>
    private static string Shape(JsonNode? schema) => schema switch
    {
        JsonObject reference when reference["$ref"] is { } target => target.GetValue<string>().Split('/')[^1],
        JsonObject type => string.Concat(
            type["type"]?.ToJsonString().Replace("\"", "", StringComparison.Ordinal),
            type["format"] is { } format ? $" ({format})" : "",
            type["items"] is { } items ? $" of {Shape(items)}" : "",
            type["additionalProperties"] is JsonObject values ? $" to {Shape(values)}" : "",
            string.Join(" or ", ((type["oneOf"] ?? type["anyOf"]) as JsonArray ?? []).Select(Shape))),
        _ => "anything",
    };

    private static IEnumerable<JsonNode?> Bodies(JsonObject document) =>
        Members(document["paths"]).SelectMany(path => Members(path.Value)).Select(operation => operation.Value?["requestBody"]);

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

    private static IEnumerable<string> Names(JsonNode? node) => (node as JsonArray ?? []).Select(name => name!.ToJsonString());

    private static bool IsTrue(JsonNode? node) => node?.GetValue<bool>() is true;
}
