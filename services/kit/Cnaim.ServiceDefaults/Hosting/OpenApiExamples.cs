using System.Text.Json.Nodes;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.OpenApi;

namespace Cnaim.ServiceDefaults.Hosting;

/// <summary>Gives each body of a document an example that fits its schema, and names the problems of the service by status (ADR 0112).</summary>
internal static class OpenApiExamples
{
    private const string Problem = "Problem";
    private const string Codes = "x-cnaim-problems";

    public static void Add(OpenApiDocument document, ProblemCatalogue problems)
    {
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()))
        {
            Fill(operation, "request", operation.RequestBody?.Content);
            foreach (var (status, response) in operation.Responses ?? [])
            {
                if (response is OpenApiResponse own)
                {
                    Fill(operation, status, own.Content);
                }
            }
        }

        foreach (var (name, response) in document.Components?.Responses ?? new Dictionary<string, IOpenApiResponse>(StringComparer.Ordinal))
        {
            if (name.StartsWith(Problem, StringComparison.Ordinal) && response is OpenApiResponse own)
            {
                Name(own, [.. problems.Entries.Where(entry => name.EndsWith(FormattableString.Invariant($"{entry.Status}"), StringComparison.Ordinal))]);
            }
        }
    }

    private static void Fill(OpenApiOperation operation, string part, IDictionary<string, OpenApiMediaType>? content)
    {
        foreach (var (type, media) in content ?? new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal))
        {
            media.Example ??= DeclaredWords.Body(operation.OperationId, part, type);
            if (type.EndsWith("json", StringComparison.Ordinal) && media is { Example: null, Schema: { } schema })
            {
                media.Example = ExampleValue.Of(schema);
            }
        }
    }

    private static void Name(OpenApiResponse response, IReadOnlyList<ProblemEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        response.AddExtension(Codes, new JsonNodeExtension(new JsonArray([.. entries.Select(entry => (JsonNode)entry.Code)])));
        foreach (var media in response.Content?.Values ?? Enumerable.Empty<OpenApiMediaType>())
        {
            media.Example = new JsonObject
            {
                ["type"] = entries[0].Type,
                ["title"] = entries[0].Code,
                ["status"] = entries[0].Status,
                ["detail"] = entries[0].Detail,
                ["traceId"] = "0af7651916cd43dd8448eb211c80319c",
            };
        }
    }
}
