using System.Text.Json;
using Cnaim.ServiceDefaults.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Cnaim.ServiceDefaults.Hosting;

/// <summary>The headers of an operation, from the metadata of its endpoint.</summary>
internal static class OpenApiHeaders
{
    private const string EntityTag = "ETag";
    private const int LongestValue = 255;

    public static void Add(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (var query in operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Query) ?? [])
        {
            query.Name = JsonNamingPolicy.CamelCase.ConvertName(query.Name!); // the members of an [AsParameters] type are read in any case
        }

        foreach (var header in RequestHeader.Of(metadata))
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(Parameter(header));
        }

        if (metadata.OfType<EntityTagMetadata>().Any())
        {
            AddEntityTag(operation, context.Document!);
        }
    }

    private static OpenApiParameter Parameter(RequestHeader header) => new()
    {
        Name = header.Name,
        In = ParameterLocation.Header,
        Required = header.IsRequired,
        Description = header.Description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = LongestValue },
    };

    private static void AddEntityTag(OpenApiOperation operation, OpenApiDocument document)
    {
        document.AddComponent<IOpenApiHeader>(EntityTag, new OpenApiHeader
        {
            Description = "The version of the answered record, for If-Match.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
        foreach (var success in operation.Responses!.Where(response => response.Key.StartsWith('2')).Select(response => response.Value).OfType<OpenApiResponse>())
        {
            success.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
            success.Headers[EntityTag] = new OpenApiHeaderReference(EntityTag, document);
        }
    }
}
