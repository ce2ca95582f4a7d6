using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cnaim.Gateway.Counter.Calls;

/// <summary>What is wrong with which field: services name fields as members, or before a colon in a list.</summary>
internal sealed class ProblemErrors : JsonConverter<IReadOnlyDictionary<string, string[]>>
{
    public override IReadOnlyDictionary<string, string[]> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType is JsonTokenType.StartArray
        ? JsonSerializer.Deserialize<string[]>(ref reader, options)!.Select(error => error.Split(": ", 2)).Where(parts => parts.Length == 2)
            .GroupBy(parts => parts[0], parts => parts[1], StringComparer.Ordinal).ToDictionary(field => field.Key, field => field.ToArray(), StringComparer.Ordinal)
        : JsonSerializer.Deserialize<Dictionary<string, string[]>>(ref reader, options)!;

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string[]> value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.ToDictionary(), options);
}
