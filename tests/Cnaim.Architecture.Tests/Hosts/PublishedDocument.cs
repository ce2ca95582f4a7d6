using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cnaim.Testing;

namespace Cnaim.Architecture.Tests.Hosts;

/// <summary>A document in the form in which it is kept: paths and components in the order of their names, two blanks of indent.</summary>
internal static class PublishedDocument
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string PathOf(string code) => Repository.At("contracts", "openapi", code + ".json");

    public static string Render(string document)
    {
        var root = JsonNode.Parse(document)!.AsObject();
        Sort(root, "paths");
        foreach (var kind in (string[])[.. root["components"]!.AsObject().Select(part => part.Key)])
        {
            Sort(root["components"]!.AsObject(), kind);
        }

        return root.ToJsonString(Indented);
    }

    /// <summary>"GET /v1/cases" and so on.</summary>
    public static IEnumerable<string> Operations(string document) =>
        from path in JsonNode.Parse(document)!["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select $"{operation.Key.ToUpperInvariant()} {path.Key}";

    private static void Sort(JsonObject parent, string name)
    {
        var sorted = parent[name]!.AsObject().OrderBy(member => member.Key, StringComparer.Ordinal).ToList();
        parent[name] = new JsonObject(sorted.Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
    }
}
