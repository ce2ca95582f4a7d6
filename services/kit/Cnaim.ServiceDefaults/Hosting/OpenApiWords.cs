using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Cnaim.ServiceDefaults.Hosting;

/// <summary>Gives schemas, their members and parameters their words.</summary>
internal static class OpenApiWords
{
    // As Microsoft.AspNetCore.OpenApi marks a schema that becomes a component, and the words beside a reference to it.
    private const string ComponentId = "x-schema-id";
    private const string BesideReference = "x-ref-description";

    public static void Add(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonPropertyInfo?.AttributeProvider is PropertyInfo property)
        {
            AddMember(schema, XmlWords.Of(property));
        }
        else if (context.ParameterDescription is null or { Source.Id: "Body" })
        {
            schema.Description ??= XmlWords.Of(context.JsonTypeInfo.Type);
        }
    }

    public static void Add(OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Description ??= DeclaredWords.OfParameter(operation.OperationId, parameter.Name!);
        }
    }

    private static void AddMember(OpenApiSchema schema, string? words)
    {
        if (words is null)
        {
            return;
        }

        if (schema.Metadata is { } metadata && metadata.TryGetValue(ComponentId, out var id) && id is string { Length: > 0 })
        {
            metadata[BesideReference] = words;
        }
        else
        {
            schema.Description ??= words;
        }
    }
}
