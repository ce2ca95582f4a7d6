using Cnaim.Identity.Audit;
using Cnaim.Identity.Tokens;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;

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
        routes.MapPost("/v1/keys/rotate", Rotate).WithName("Keys_Rotate").WithSummary("Signs with a new key; tokens of the old one verify until they end").WithTags("Metadata").RequireRight(Right.KeysRotate);
        return group;
    }

    private static async Task<Ok<RotatedKey>> Rotate(KeyRing ring, NpgsqlDataSource database, AuditSignal audited, Actor actor, CancellationToken cancellationToken)
    {
        var keyId = await ring.RotateAsync(cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await transaction.AuditAsync(actor, "signing-key.rotated", "signing-key", keyId, detail: null, cancellationToken);
        await transaction.CommitAsync(audited, cancellationToken);
        return TypedResults.Ok(new RotatedKey(keyId, ring.Published.Count));
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
