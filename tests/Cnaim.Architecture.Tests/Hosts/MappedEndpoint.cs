using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Cnaim.Architecture.Tests.Hosts;

/// <summary>What an endpoint says of itself.</summary>
internal static class MappedEndpoint
{
    // Health and the document itself belong to the operators; gRPC is described by its .proto.
    private static readonly string[] Undocumented = ["/health/live", "/health/ready", "/health/flow", "/openapi/{documentName}.json"];

    public static bool IsGrpc(RouteEndpoint endpoint) => endpoint.DisplayName?.StartsWith("gRPC", StringComparison.Ordinal) is true;

    public static bool IsDocumented(RouteEndpoint endpoint) => !IsGrpc(endpoint) && !Undocumented.Contains(endpoint.RoutePattern.RawText, StringComparer.Ordinal);

    public static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"];

    /// <summary>What it lacks of name, summary, tag and a word on who may call it.</summary>
    public static IEnumerable<string> Lacks(RouteEndpoint endpoint)
    {
        var metadata = endpoint.Metadata;
        if (!IsGrpc(endpoint))
        {
            foreach (var (lacks, what) in new[]
            {
                (string.IsNullOrWhiteSpace(metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName), "name"),
                (string.IsNullOrWhiteSpace(metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary), "summary"),
                (metadata.GetMetadata<ITagsMetadata>()?.Tags is not { Count: > 0 }, "tag"),
            })
            {
                if (lacks)
                {
                    yield return what;
                }
            }
        }

        if (metadata.GetMetadata<IAuthorizeData>() is null && metadata.GetMetadata<AuthorizationPolicy>() is null && metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            yield return "authorization";
        }
    }
}
