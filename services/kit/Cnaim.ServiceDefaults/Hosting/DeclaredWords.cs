using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cnaim.ServiceDefaults.Hosting;

/// <summary>What a document says that no type can: words on parameters (<c>parameter-words.json</c>) and whole bodies as examples (<c>example-bodies.json</c>), by the operation's name.</summary>
internal static class DeclaredWords
{
    private const string Any = "any";

    private static readonly Lazy<Dictionary<string, Dictionary<string, string>>> Parameters = new(() => Load<Dictionary<string, Dictionary<string, string>>>("parameter-words.json"));

    private static readonly Lazy<Dictionary<string, Dictionary<string, Dictionary<string, JsonNode>>>> Bodies = new(() => Load<Dictionary<string, Dictionary<string, Dictionary<string, JsonNode>>>>("example-bodies.json"));

    /// <summary>Of one operation's parameter, else of every parameter of the name.</summary>
    public static string? OfParameter(string? operation, string name) =>
        Parameters.Value.GetValueOrDefault(operation ?? "")?.GetValueOrDefault(name) ?? Parameters.Value[Any].GetValueOrDefault(name);

    /// <param name="operation">The operation's name.</param>
    /// <param name="part"><c>request</c>, or the status of an answer.</param>
    /// <param name="mediaType">The media type.</param>
    public static JsonNode? Body(string? operation, string part, string mediaType) =>
        Bodies.Value.GetValueOrDefault(operation ?? "")?.GetValueOrDefault(part)?.GetValueOrDefault(mediaType)?.DeepClone();

    private static T Load<T>(string name)
    {
        using var stream = typeof(DeclaredWords).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)!;
    }
}
