using Cnaim.Identity.Audit;
using Cnaim.Identity.Clients.Changes;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Cnaim.Identity.Clients.Queues;

/// <summary>Which partner may have tokens for its own queue at the broker (ADR 0103); for the service that makes the queues, which also learns here that a client has ended.</summary>
internal static class QueueEndpoints
{
    private const string Keeper = "subscriptions";

    public static RouteGroupBuilder MapQueues(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/clients/{clientId}/queue").WithTags("Clients").RequireRight(Right.QueuesGrant);
        group.MapPut("", Grant).WithName("Queues_Grant").WithSummary("Lets a partner's client ask for tokens for its own queue; not found for one that has ended");
        group.MapDelete("", (string clientId, Actor actor, NpgsqlDataSource database, AuditSignal audited, CancellationToken cancellationToken) =>
            SaveAsync(clientId, null, actor, database, audited, cancellationToken)).WithName("Queues_Revoke").WithSummary("No more tokens for its queue; harmless when repeated");
        routes.MapPost("/v1/clients/ended", Ended).WithTags("Clients").WithName("Clients_Ended").WithSummary("Which of these partners' clients have ended: nothing is sent to them any more").RequireRight(Right.QueuesGrant);
        return group;
    }

    private static async Task<Results<Ok<EndedClients>, ProblemHttpResult>> Ended(AskedClients asked, Actor actor, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        if (actor is not { IsService: true, Subject: Keeper })
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return TypedResults.Ok(new EndedClients([.. await connection.QueryAsync<string>(new CommandDefinition(QueueSql.Ended, new { clientIds = asked.ClientIds.ToArray() }, cancellationToken: cancellationToken))]));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Grant(
        string clientId, QueueGrant grant, Actor actor, NpgsqlDataSource database, AuditSignal audited, CancellationToken cancellationToken) =>
        grant.Queue.Split('/') is [{ Length: > 0 }, var queue] && string.Equals(queue, "partner." + clientId, StringComparison.Ordinal)
            ? await SaveAsync(clientId, grant.Queue, actor, database, audited, cancellationToken)
            : ClientRefusals.InvalidWith(["Use vhost/partner.{clientId} for the queue."]).ToProblem();

    private static async Task<Results<NoContent, ProblemHttpResult>> SaveAsync(
        string clientId, string? queue, Actor actor, NpgsqlDataSource database, AuditSignal audited, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var present = actor is { IsService: true, Subject: Keeper }
            ? await connection.ExecuteScalarAsync<string?>(new CommandDefinition(QueueSql.Lock, new { clientId, onlyEnabled = queue is not null }, transaction, cancellationToken: cancellationToken))
            : null;
        if (present is null)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        if (!string.Equals(present, queue ?? "", StringComparison.Ordinal))
        {
            await connection.ExecuteAsync(new CommandDefinition(QueueSql.Save, new { clientId, queue }, transaction, cancellationToken: cancellationToken));
            await transaction.AuditAsync(actor, queue is null ? "client-queue.revoked" : "client-queue.granted", "client", clientId, new { queue }, cancellationToken);
        }

        await transaction.CommitAsync(audited, cancellationToken);
        return TypedResults.NoContent();
    }
}
