using System.Text.Json.Nodes;
using Cnaim.Testing;
using YamlDotNet.Serialization;

namespace Cnaim.Contracts.Tests;

/// <summary>What whoever sends or reads messages loses from the released copy to the present one; each is sent by some and read by others.</summary>
internal static class MessageChanges
{
    private const SchemaUse Both = SchemaUse.Sent | SchemaUse.Read;

    /// <summary>Of the list of wire names.</summary>
    public static IReadOnlyList<string> OfNames(string released, string now) =>
        [.. released.Split('\n', StringSplitOptions.RemoveEmptyEntries).Except(now.Split('\n'), StringComparer.Ordinal).Select(line => line.Split(' ')[0] + " is gone or named otherwise")];

    /// <summary>Of the JSON Schema of one message.</summary>
    public static IReadOnlyList<string> OfSchema(string released, string now) => [.. Of(JsonNode.Parse(released)!, JsonNode.Parse(now)!, Both)];

    /// <summary>Of the AsyncAPI document: channels with their addresses and messages, attributes, and what a partner's queue holds.</summary>
    public static IReadOnlyList<string> OfDocument(string released, string now)
    {
        var (old, present) = (Read(released), Read(now));
        return
        [
            .. Pairs(old["channels"], present["channels"], "channel").SelectMany(channel => Channel(channel.Name, channel.Old, channel.Now)),
            .. Pairs(old["components"]?["messages"], present["components"]?["messages"], "message").SelectMany(message => Message(message.Name, message.Old, message.Now)),
            .. Pairs(old["components"]?["schemas"], present["components"]?["schemas"], "schema").SelectMany(schema => schema.Now is null ? [schema.Name + " is gone"] : SchemaChanges.Between(schema.Name, schema.Old, schema.Now, Both)),
        ];
    }

    private static IEnumerable<string> Channel(string name, JsonNode? old, JsonNode? now) => now is null
        ? [name + " is gone"]
        : Differs(name, "address", old?["address"], now["address"]).Concat(Pairs(old?["messages"], now["messages"], name + ": message").Where(message => message.Now is null).Select(message => message.Name + " is gone"));

    private static IEnumerable<string> Message(string name, JsonNode? old, JsonNode? now)
    {
        if (now is null)
        {
            return [name + " is gone"];
        }

        // A partner only reads.
        var use = name.EndsWith(' ' + PartnerQueue.Message, StringComparison.Ordinal) ? SchemaUse.Read : Both;
        return [.. Differs(name, "name", old?["name"], now["name"]), .. Differs(name, "media type", old?["contentType"], now["contentType"]),
            .. SchemaChanges.Between(name + ", headers", old?["headers"], now["headers"], use), .. SchemaChanges.Between(name + ", body", old?["payload"], now["payload"], use)];
    }

    private static IEnumerable<string> Of(JsonNode released, JsonNode now, SchemaUse use) =>
        Differs("The schema", "$id", released["$id"], now["$id"]).Concat(SchemaChanges.Between(released["title"]!.GetValue<string>(), released, now, use));

    private static IEnumerable<string> Differs(string name, string what, JsonNode? old, JsonNode? now) =>
        JsonNode.DeepEquals(old, now) ? [] : [$"{name}: {what} was {old} and is {now}"];

    private static IEnumerable<(string Name, JsonNode? Old, JsonNode? Now)> Pairs(JsonNode? old, JsonNode? now, string kind) =>
        (old as JsonObject ?? []).Select(member => ($"{kind} {member.Key}", member.Value, now?[member.Key]));

    private static JsonNode Read(string yaml)
    {
        var document = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(yaml);
        return JsonNode.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(document))!;
    }
}
