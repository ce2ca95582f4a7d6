using System.Text.Json.Nodes;

namespace Cnaim.Directory.Loading;

/// <summary>Reads members of the documents.</summary>
internal static class JsonRead
{
    public static string? Text(this JsonObject row, string member) => row[member]?.GetValue<string>();

    public static string Required(this JsonObject row, string member) =>
        row.Text(member) ?? throw new InvalidDataException($"A record without '{member}': {row.Text("slug") ?? row.Text("code") ?? "unnamed"}.");

    public static bool Links(this JsonObject row, string member, string id) => string.Equals(row.Text(member), id, StringComparison.Ordinal);

    public static IEnumerable<JsonObject> List(this JsonObject row, string member) => row[member] is JsonArray list ? list.Select(item => item!.AsObject()) : [];
}
