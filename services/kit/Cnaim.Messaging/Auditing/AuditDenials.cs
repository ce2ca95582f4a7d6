using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Messaging.Auditing;

/// <summary>Writes an audit entry for every call, HTTP and gRPC, that a policy refuses to somebody who is known: who tried what, on which record. The caller learns nothing of it.</summary>
internal sealed class AuditDenials : IAuthorizationMiddlewareResultHandler
{
    private static readonly AuthorizationMiddlewareResultHandler Next = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden && Actor.From(context.User) is { } actor && context.GetEndpoint() is RouteEndpoint endpoint)
        {
            await context.RequestServices.GetRequiredService<IRecordDenials>().RecordAsync(new AuditEntry
            {
                Action = "access.denied",
                RecordKind = "endpoint",
                RecordId = endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? endpoint.RoutePattern.RawText ?? "",
                Actor = actor,
                Detail = IdsOf(context.Request.RouteValues),
            }, context.RequestAborted);
        }

        await Next.HandleAsync(next, context, policy, authorizeResult);
    }

    // Ids of records only: what else a caller may have put into a path is not kept.
    private static Dictionary<string, string?>? IdsOf(RouteValueDictionary values)
    {
        var ids = values.Where(value => Guid.TryParse(value.Value as string, out _)).ToDictionary(value => value.Key, value => (string?)value.Value, StringComparer.Ordinal);
        return ids.Count > 0 ? ids : null;
    }
}
