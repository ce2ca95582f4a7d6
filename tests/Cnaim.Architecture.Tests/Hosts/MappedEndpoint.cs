using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
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

    // The gateway asks for a caller; the service behind it asks for the right.
    private static bool IsPassedOn(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName.StartsWith("Routes_", StringComparison.Ordinal) is true;

    // A page says who it is for by its folder's policy and its own heading; the services it calls ask for the right.
    private static bool IsPage(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;

    // It answers that there is no such method, to whoever is signed in.
    private static bool IsUnimplemented(RouteEndpoint endpoint) => IsGrpc(endpoint) && endpoint.RoutePattern.RawText!.Contains("unimplemented", StringComparison.Ordinal);

    /// <summary>Who may call it, in one word: the right, <c>anybody</c>, or <c>signed in</c> where another place asks for the right.</summary>
    public static string Caller(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        ? "anybody"
        : endpoint.Metadata.GetMetadata<RightAttribute>()?.Name ?? "signed in";

    /// <summary>What it lacks of name, summary, tag and a word on who may call it.</summary>
    public static IEnumerable<string> Lacks(RouteEndpoint endpoint)
    {
        var metadata = endpoint.Metadata;
        if (!IsGrpc(endpoint) && !IsPage(endpoint))
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

        var isOpen = metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (!isOpen && metadata.GetMetadata<IAuthorizeData>() is null && metadata.GetMetadata<AuthorizationPolicy>() is null)
        {
            yield return "authorization";
        }

        if (!isOpen && !IsPassedOn(endpoint) && !IsPage(endpoint) && !IsUnimplemented(endpoint) && metadata.GetMetadata<RightAttribute>() is null)
        {
            yield return "right";
        }

        if (isOpen && metadata.GetMetadata<RightAttribute>() is not null)
        {
            yield return "one word on who may call it: it is open and needs a right";
        }
    }
}
