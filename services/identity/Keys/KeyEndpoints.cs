using Cnaim.Identity.Tokens;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Cnaim.Identity.Keys;

internal static class KeyEndpoints
{
    public static IServiceCollection AddKeys(this IServiceCollection services)
    {
        services.TryAddSingleton<KeyProtection>();
        services.TryAddSingleton<KeyStore>();
        services.TryAddSingleton<KeyRing>();
        return services;
    }

    public static RouteGroupBuilder MapKeys(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/.well-known").WithTags("Metadata").AllowAnonymous();
        group.MapGet("/jwks.json", Keys).WithName("Keys_List").WithSummary("The public keys that sign tokens (RFC 7517)").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapGet("/oauth-authorization-server", Metadata).WithName("Keys_Metadata").WithSummary("Where tokens come from (RFC 8414)");
        return group;
    }

    private static Results<Ok<KeySet>, StatusCodeHttpResult> Keys(KeyRing ring, HttpResponse response)
    {
        if (ring.Published.Count == 0)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        response.Headers.CacheControl = "public, max-age=60";
        return TypedResults.Ok(new KeySet(ring.Published));
    }

    private static Ok<ServerMetadata> Metadata(IOptions<IdentityOptions> identity) => TypedResults.Ok(ServerMetadata.Of(identity.Value.Issuer));
}
