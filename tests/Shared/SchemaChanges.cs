using System.Text.Json.Nodes;

namespace Cnaim.Testing;

/// <summary>
/// What somebody who sends or reads the values of a JSON schema would notice of a newer one. A list of values that a schema names in full is closed:
/// whoever sends misses a value that is gone, and a program generated for readers fails at one that is new.
/// </summary>
internal static class SchemaChanges
{
    public static IEnumerable<string> Between(string name, JsonNode? old, JsonNode? now, SchemaUse use)
    {
        if (!string.Equals(Shape(old), Shape(now), StringComparison.Ordinal))
        {
            return [$"{name} was {Shape(old)} and is {Shape(now)}"];
        }

        var parts = Members(old?["properties"]).Where(member => now?["properties"]?[member.Key] is not null)
            .SelectMany(member => Between($"{name}.{member.Key}", member.Value, now!["properties"]![member.Key], use))
            .Concat(old?["items"] is { } items ? Between(name + "[]", items, now?["items"], use) : [])
            .Concat(Items(old?["allOf"]).Zip(Items(now?["allOf"])).SelectMany(pair => Between(name, pair.First, pair.Second, use)));
        return [.. Gone(name, old, now), .. Demands(name, old, now, use), .. Values(name, old, now, use), .. parts];
    }

    private static IEnumerable<string> Gone(string name, JsonNode? old, JsonNode? now) =>
        Members(old?["properties"]).Where(member => now?["properties"]?[member.Key] is null).Select(member => $"{name}.{member.Key} is gone");

    private static IEnumerable<string> Demands(string name, JsonNode? old, JsonNode? now, SchemaUse use)
    {
        var (before, after) = (Names(old?["required"]), Names(now?["required"]));
        var demanded = use.HasFlag(SchemaUse.Sent) ? after.Except(before, StringComparer.Ordinal) : [];
        var uncertain = use.HasFlag(SchemaUse.Read) ? before.Except(after, StringComparer.Ordinal).Where(member => now?["properties"]?[member] is not null) : [];
        return [.. demanded.Select(member => $"{name} demands {member}"), .. uncertain.Select(member => $"{name} may leave {member} out")];
    }

    private static IEnumerable<string> Values(string name, JsonNode? old, JsonNode? now, SchemaUse use)
    {
        var (before, after) = (Closed(old), Closed(now));
        var lost = use.HasFlag(SchemaUse.Sent) && after is not null ? before is null ? [$"{name} takes no value but {string.Join(", ", after)}"] : before.Except(after, StringComparer.Ordinal).Select(value => $"{name} no longer takes {value}") : [];
        var met = use.HasFlag(SchemaUse.Read) && before is not null ? after is null ? [$"{name} may be any value"] : after.Except(before, StringComparer.Ordinal).Select(value => $"{name} may be {value}") : [];
        return [.. lost, .. met];
    }

    /// <summary>The only values there are; null for a schema that does not name them.</summary>
    private static List<string>? Closed(JsonNode? schema) => schema is not JsonObject ? null : schema["const"] is { } only ? [only.ToJsonString()] : schema["enum"] is { } values ? [.. Items(values).Select(value => value?.ToJsonString() ?? "null")] : null;

    /// <summary>A schema's type without its words, limits and members.</summary>
    private static string Shape(JsonNode? schema) => schema switch
    {
        JsonObject reference when reference["$ref"] is { } target => target.GetValue<string>().Split('/')[^1],
        JsonObject type => string.Concat(
            type["type"]?.ToJsonString().Replace("\"", "", StringComparison.Ordinal),
            type["format"] is { } format ? $" ({format})" : "",
            type["items"] is { } items ? $" of {Shape(items)}" : "",
            type["additionalProperties"] is JsonObject values ? $" to {Shape(values)}" : "",
            string.Join(" or ", Items(type["oneOf"] ?? type["anyOf"]).Select(Shape))),
        _ => "anything",
    };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? node) => node as JsonObject ?? [];

    private static IEnumerable<JsonNode?> Items(JsonNode? node) => node as JsonArray ?? [];

    private static IEnumerable<string> Names(JsonNode? node) => Items(node).Select(name => name!.GetValue<string>());
}
