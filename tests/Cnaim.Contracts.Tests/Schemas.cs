using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Cnaim.Contracts.Tests;

/// <summary>JSON Schema 2020-12 of a message's body, from its record and its documentation.</summary>
internal static class Schemas
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
    };

    private static readonly JsonSerializerOptions File = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSchemaExporterOptions Exporter = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Describe,
    };

    public static string Render(ContractMessage message)
    {
        var body = Wire.GetJsonSchemaAsNode(message.Type, Exporter).AsObject();
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"urn:cnaim:schema:{message.WireType}",
            ["title"] = message.Type.Name,
            ["description"] = XmlDocs.Summary(message.Type),
        };
        foreach (var (name, value) in body)
        {
            schema.TryAdd(name, value?.DeepClone());
        }

        return schema.ToJsonString(File);
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is JsonObject node && context.PropertyInfo?.AttributeProvider is PropertyInfo property)
        {
            node.Insert(0, "description", XmlDocs.Summary(property));
        }

        return schema;
    }
}
