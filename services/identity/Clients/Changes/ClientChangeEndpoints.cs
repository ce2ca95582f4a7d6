using Cnaim.Identity.Audit;
using Cnaim.Identity.Tokens;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Cnaim.Identity.Clients.Changes;

internal static class ClientChangeEndpoints
{
    public static IServiceCollection AddClientChanges(this IServiceCollection services)
    {
        services.AddProblemCodes(typeof(ClientRefusals));
        services.TryAddScoped<DecideClientChange>();
        return services;
    }

    public static RouteGroupBuilder MapClientChanges(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/clients/changes").WithTags("Clients").RequireRight(Right.ClientsManage);
        group.MapPost("", Ask).WithName("ClientChanges_Request").WithSummary("Asks for a partner's client, its keys or its end; another administrator decides")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapGet("", List).WithName("ClientChanges_List").WithSummary("The changes of partners' clients, newest first");
        group.MapPost("/{changeId:guid}/approve", (Guid changeId, DecideClientChange decide, Actor actor, CancellationToken cancellationToken) => Decide(changeId, true, decide, actor, cancellationToken))
            .WithName("ClientChanges_Approve").WithSummary("Carries it out").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapPost("/{changeId:guid}/reject", (Guid changeId, DecideClientChange decide, Actor actor, CancellationToken cancellationToken) => Decide(changeId, false, decide, actor, cancellationToken))
            .WithName("ClientChanges_Reject").WithSummary("Leaves it undone").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        return group;
    }

    private static async Task<Results<Ok<ClientChange>, ProblemHttpResult>> Ask(
        NewClientChange request, Actor actor, ReferenceCodes codes, NpgsqlDataSource database, AuditSignal audited, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (ClientChangeRules.Check(request, codes) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var change = new ClientChange
        {
            ChangeId = Guid.CreateVersion7(clock.GetUtcNow()),
            Kind = request.Kind,
            ClientId = request.ClientId,
            Office = request.Office,
            Centre = request.Centre,
            Scopes = [.. request.Scopes],
            PublicKeys = request.PublicKeys?.GetRawText(),
            Reason = request.Reason,
            RequestedBy = actor.Subject,
            RequestedAt = clock.GetUtcNow(),
        };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(ClientChangeSql.Insert, change, transaction, cancellationToken: cancellationToken));
        await transaction.AuditAsync(actor, "client-change.requested", "client-change", change.ChangeId.ToString(), new { change.Kind, change.ClientId, change.Office, change.Scopes }, cancellationToken);
        await transaction.CommitAsync(audited, cancellationToken);
        return TypedResults.Ok(change);
    }

    private static async Task<Ok<ClientChangeList>> List(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return TypedResults.Ok(new ClientChangeList((await connection.QueryAsync<ClientChange>(new CommandDefinition(ClientChangeSql.List, cancellationToken: cancellationToken))).AsList()));
    }

    private static async Task<Results<Ok<ClientChange>, ProblemHttpResult>> Decide(Guid changeId, bool isApproved, DecideClientChange decide, Actor actor, CancellationToken cancellationToken)
    {
        var decision = await decide.RunAsync(changeId, isApproved, actor, cancellationToken);
        return decision.IsAccepted ? TypedResults.Ok(decision.Event) : decision.Refusal.ToProblem();
    }
}

/// <summary>Changes, newest first.</summary>
internal sealed record ClientChangeList(IReadOnlyList<ClientChange> Items);
