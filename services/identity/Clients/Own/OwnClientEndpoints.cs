using Cnaim.Identity.Clients.Changes;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Cnaim.Identity.Clients.Own;

/// <summary>A partner's client, for the partner's own developers (ADR 0110).</summary>
internal static class OwnClientEndpoints
{
    public static IServiceCollection AddOwnClient(this IServiceCollection services)
    {
        services.TryAddSingleton<ChangeOwnClient>();
        return services;
    }

    public static RouteGroupBuilder MapOwnClient(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/client").WithTags("My client").RequireRight(Right.ClientsOwn);
        group.MapGet("", Get).WithName("OwnClient_Get").WithSummary("The client of the calling developer's partner").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/keys", AddKey).WithName("OwnClient_AddKey").WithSummary("Ask for another key; an administrator lets it count").ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapPost("/keys/remove", RemoveKey).WithName("OwnClient_RemoveKey").WithSummary("Remove a key at once").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/secret", NewSecret).WithName("OwnClient_NewSecret").WithSummary("A new secret, shown this once; in the sandbox only").ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        return group;
    }

    private static async Task<Results<Ok<OwnClient>, ProblemHttpResult>> Get(Actor actor, ClientStore clients, IdentityMode mode, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        if (await clients.FindAsync(actor.PartnerClient, cancellationToken) is not { } client)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var waiting = await connection.QueryAsync<ClientChange>(new CommandDefinition(OwnClientSql.Waiting, new { client.ClientId }, cancellationToken: cancellationToken));
        // Dapper cannot give a scalar of this type (style guide, rule 31).
        var changedAt = await connection.ExecuteScalarAsync<DateTime>(new CommandDefinition(OwnClientSql.SecretChangedAt, new { client.ClientId }, cancellationToken: cancellationToken));
        return TypedResults.Ok(OwnClient.Of(client, new DateTimeOffset(changedAt, TimeSpan.Zero), waiting, mode.IsSandbox));
    }

    private static async Task<Results<Ok<ClientChange>, ProblemHttpResult>> AddKey(NewOwnKey asked, Actor actor, ChangeOwnClient change, CancellationToken cancellationToken)
    {
        var decision = await change.AddKeyAsync(asked, actor, cancellationToken);
        return decision.IsAccepted ? TypedResults.Ok(decision.Event) : decision.Refusal.ToProblem();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveKey(OwnKeyId key, Actor actor, ChangeOwnClient change, CancellationToken cancellationToken) =>
        await change.RemoveKeyAsync(key.KeyId, actor, cancellationToken) is { } refusal ? refusal.ToProblem() : TypedResults.NoContent();

    private static async Task<Results<Ok<NewSecret>, ProblemHttpResult>> NewSecret(Actor actor, ChangeOwnClient change, CancellationToken cancellationToken)
    {
        var decision = await change.NewSecretAsync(actor, cancellationToken);
        return decision.IsAccepted ? TypedResults.Ok(decision.Event) : decision.Refusal.ToProblem();
    }
}
