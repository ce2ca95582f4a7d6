using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Cnaim.ServiceDefaults.Hosting;

/// <summary>A value that fits a schema: the sample of its name where one is declared, else one of its type. The same each time, and of nobody who exists.</summary>
internal static class ExampleValue
{
    private const int Deepest = 6;

    public static JsonNode? Of(IOpenApiSchema schema) => Of(schema, name: "", depth: 0);

    private static JsonNode? Of(IOpenApiSchema schema, string name, int depth)
    {
        if (schema.OneOf is { Count: > 0 } either)
        {
            // What may be missing is shown as it is when it is there.
            return Of(either.FirstOrDefault(one => Kind(one) is not JsonSchemaType.Null) ?? either[0], name, depth);
        }

        return schema.Enum is [{ } first, ..] ? first.DeepClone()
            : Kind(schema) switch
            {
                JsonSchemaType.Object => Object(schema, name, depth),
                JsonSchemaType.Array => schema.Items is { } items && depth < Deepest ? new JsonArray(Of(items, name, depth + 1)) : [],
                JsonSchemaType.Integer => ExampleSamples.Number(name),
                JsonSchemaType.Number => 1.5,
                JsonSchemaType.Boolean => true,
                JsonSchemaType.String => Text(schema, name),
                _ => null,
            };
    }

    private static JsonObject Object(IOpenApiSchema schema, string name, int depth)
    {
        var value = new JsonObject();
        foreach (var (member, its) in depth < Deepest ? schema.Properties ?? Nothing : Needed(schema))
        {
            value[member] = Of(its, member, depth + 1);
        }

        if (value.Count == 0 && schema.AdditionalProperties is { } more && depth < Deepest)
        {
            value[ExampleSamples.Key(name)] = Of(more, name, depth + 1);
        }

        return value;
    }

    // So deep inside only what must be there.
    private static IEnumerable<KeyValuePair<string, IOpenApiSchema>> Needed(IOpenApiSchema schema) =>
        (schema.Properties ?? Nothing).Where(member => schema.Required?.Contains(member.Key) is true);

    private static JsonValue Text(IOpenApiSchema schema, string name) => JsonValue.Create(schema.Format switch
    {
        "uuid" => ExampleSamples.Id,
        "date-time" => "2026-03-05T14:32:00Z",
        "date" => "2026-03-05",
        "time" => "09:30:00",
        "uri" => "https://receive.example/cnaim",
        "byte" => "ZXhhbXBsZQ==",
        _ when schema.Pattern is not null => "00:00:05",
        _ => ExampleSamples.Text(name),
    });

    private static JsonSchemaType Kind(IOpenApiSchema schema)
    {
        var type = (schema.Type ?? JsonSchemaType.Object) & ~JsonSchemaType.Null;
        // A number that may be written as text is shown as a number.
        return type == default ? JsonSchemaType.Null : type.HasFlag(JsonSchemaType.Integer) ? JsonSchemaType.Integer : type.HasFlag(JsonSchemaType.Number) ? JsonSchemaType.Number : type;
    }

    private static readonly Dictionary<string, IOpenApiSchema> Nothing = new(StringComparer.Ordinal);
}
