using System.Globalization;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Cnaim.ServiceDefaults.Hosting;

/// <summary>The refusals of an operation as <c>application/problem+json</c>; each status is described once in a document.</summary>
internal static class OpenApiProblems
{
    private const string Problem = "Problem";
    private const string MediaType = "application/problem+json";
    private static readonly Dictionary<int, string> Meanings = Describe();

    public static void Add(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var document = context.Document!;
        var responses = operation.Responses!;
        var declared = responses.Where(response => response.Value.Content?.ContainsKey(MediaType) is true).Select(response => int.Parse(response.Key, CultureInfo.InvariantCulture));
        foreach (var status in PossibleProblems.Of(context.Description).Union(declared).Order().ToList())
        {
            var code = status.ToString(CultureInfo.InvariantCulture);
            if (responses.TryGetValue(code, out var own) && own.Content is { Count: > 0 } content && !content.ContainsKey(MediaType))
            {
                continue; // the endpoint answers this status in a form of its own
            }

            document.AddComponent<IOpenApiSchema>(Problem, Schema());
            document.AddComponent<IOpenApiResponse>($"{Problem}{code}", Response(status, document));
            responses[code] = new OpenApiResponseReference($"{Problem}{code}", document);
        }

        operation.Responses = [];
        foreach (var response in responses.OrderBy(response => response.Key, StringComparer.Ordinal))
        {
            operation.Responses[response.Key] = response.Value;
        }
    }

    private static OpenApiResponse Response(int status, OpenApiDocument document) => new()
    {
        Description = Meanings.GetValueOrDefault(status, "Refused; 'type' says why."),
        Headers = status is 429 or 503 ? RetryAfter() : null,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [MediaType] = new() { Schema = new OpenApiSchemaReference(Problem, document) },
        },
    };

    private static Dictionary<string, IOpenApiHeader> RetryAfter() => new(StringComparer.Ordinal)
    {
        ["Retry-After"] = new OpenApiHeader { Description = "Seconds to wait.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
    };

    private static OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457; /problems lists every type of this service and how to fix it.",
        Required = new HashSet<string>(StringComparer.Ordinal) { "type", "title", "status" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "urn:cnaim:problem:<code>; stable." },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The code." },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "For the operator." },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "What is wrong, by the name of the value.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        },
    };

    private static Dictionary<int, string> Describe()
    {
        var meanings = RefusalReader.Of(typeof(CommonRefusals)).GroupBy(refusal => refusal.Status)
            .ToDictionary(status => status.Key, status => string.Join(" Or: ", status.Select(refusal => refusal.Detail).Distinct(StringComparer.Ordinal)));
        meanings[409] = "The present state does not allow it.";
        meanings[410] = "It ended, and nothing is given out any more.";
        meanings[422] = "A value does not exist or does not fit the others, or the Idempotency-Key was used for another request.";
        return meanings;
    }
}
