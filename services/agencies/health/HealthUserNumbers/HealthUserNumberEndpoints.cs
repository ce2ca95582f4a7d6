using Cnaim.Messaging;
using Cnaim.OfficeKit;
using Cnaim.OfficeKit.Cases;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Health.HealthUserNumbers;

internal static class HealthUserNumberEndpoints
{
    public static IServiceCollection AddHealthUserNumbers(this IServiceCollection services)
    {
        services.TryAddScoped<HealthUserNumberStore>();
        services.AddScoped<IErasePersonData, EraseHealthUserNumbers>();
        services.RegisterConsumer<ConfirmHealthUserNumberConsumer, ConfirmHealthUserNumberConsumerDefinition>();
        return services;
    }

    public static RouteGroupBuilder MapHealthUserNumbers(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Health user numbers").RequireRight(Right.CasesChange);
        group.MapPost("/{caseId:guid}", Request).WithName("HealthUserNumbers_Request").WithSummary("Ask the register for a number").RequireIdempotencyKey();
        group.MapGet("/{caseId:guid}", Get).WithName("HealthUserNumbers_Get").WithSummary("How far the request is").RequireRight(Right.CasesRead);
        return group;
    }

    private static async Task<Results<AcceptedAtRoute, ProblemHttpResult>> Request(
        Guid caseId, Actor actor, HealthUserNumberStore store, OfficeTransaction transaction, TimeProvider clock, CancellationToken cancellationToken)
    {
        var decision = HealthUserNumberRules.Request(await store.LoadAsync(caseId, actor.Centre, cancellationToken), clock.GetUtcNow());
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        await store.InsertAsync(decision.Event, cancellationToken);
        await transaction.EnqueueAsync(caseId, Audience.Network, decision.Event, cancellationToken);
        transaction.Audit(Entry("health-user-number.requested", caseId, actor));
        return await transaction.CommitAsync(TypedResults.AcceptedAtRoute("HealthUserNumbers_Get", new { caseId }), cancellationToken);
    }

    private static async Task<Results<Ok<HealthUserNumberState>, ProblemHttpResult>> Get(
        Guid caseId, Actor actor, HealthUserNumberStore store, OfficeTransaction transaction, CancellationToken cancellationToken)
    {
        var state = await store.LoadAsync(caseId, actor.Centre, cancellationToken);
        transaction.Audit(Entry(state is null ? "health-user-number.read-denied" : "health-user-number.read", caseId, actor));
        await transaction.CommitAsync(cancellationToken);
        return state is null ? CaseRefusals.NotFound.ToProblem() : TypedResults.Ok(state);
    }

    private static AuditEntry Entry(string action, Guid caseId, Actor actor) => new()
    {
        Action = action,
        RecordKind = "case",
        RecordId = caseId.ToString(),
        Actor = actor,
    };
}
