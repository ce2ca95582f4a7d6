using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Cnaim.Directory.Erasures;

/// <summary>Keeps what the services have erased, each given by its own service, so that it can be erased again after a restore (ADR 0047).</summary>
internal static class KeptErasureEndpoints
{
    public static RouteGroupBuilder MapKeptErasures(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/erasures").WithTags("Erasures").RequireRight(Right.OperationsRead);
        group.MapPut("/{orderId:guid}", Keep).WithName("KeptErasures_Keep").WithSummary("Give digests of what the calling service has erased to be kept").RequireRight(Right.ErasuresKeep);
        group.MapGet("/services/{service}", List).WithName("KeptErasures_List").WithSummary("What a service has erased since a time, the oldest first, at most 10,000 orders").RequireRight(Right.ErasuresFollow);
        return group;
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Keep(
        Guid orderId, OfferedErasure body, Actor actor, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        if (!body.IsValid())
        {
            return CommonRefusals.MalformedRequest.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var parameters = new { service = actor.Office, orderId, erasedAt = body.ErasedAt.ToUniversalTime(), digests = body.Digests };
        await connection.ExecuteAsync(new CommandDefinition(KeptErasureSql.Keep, parameters, cancellationToken: cancellationToken));
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<KeptErasure>>> List(string service, DateTimeOffset? since, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var parameters = new { service, since = (since ?? DateTimeOffset.UnixEpoch).ToUniversalTime() };
        IReadOnlyList<KeptErasure> kept = [.. await connection.QueryAsync<KeptErasure>(new CommandDefinition(KeptErasureSql.List, parameters, cancellationToken: cancellationToken))];
        return TypedResults.Ok(kept);
    }
}
