using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.Identity.Clients.Own;

/// <summary>A client's key set with one more or one less; without a database.</summary>
internal static class OwnKeys
{
    public static IReadOnlyList<OwnKey> Read(string? set) => set is null ? [] : [.. new JsonWebKeySet(set).Keys.Select(OwnKey.Of)];

    /// <summary>The set with one key more; null when its id is taken or it has none.</summary>
    public static string? With(string? set, JsonElement key)
    {
        var id = key.ValueKind is JsonValueKind.Object && key.TryGetProperty("kid", out var kid) && kid.ValueKind is JsonValueKind.String ? kid.GetString() : null;
        if (string.IsNullOrEmpty(id) || Read(set).Any(one => string.Equals(one.KeyId, id, StringComparison.Ordinal)))
        {
            return null;
        }

        var (keys, all) = Split(set);
        all.Add(JsonNode.Parse(key.GetRawText()));
        return keys.ToJsonString();
    }

    /// <summary>The set without a key; null when it is not there.</summary>
    public static string? Without(string? set, string keyId)
    {
        var (keys, all) = Split(set);
        return all.FirstOrDefault(key => string.Equals(key!["kid"]?.ToString(), keyId, StringComparison.Ordinal)) is { } found && all.Remove(found) ? keys.ToJsonString() : null;
    }

    private static (JsonObject Keys, JsonArray All) Split(string? set)
    {
        var keys = set is null ? [] : JsonNode.Parse(set)!.AsObject();
        var all = keys["keys"] as JsonArray ?? [];
        keys["keys"] ??= all;
        return (keys, all);
    }
}
