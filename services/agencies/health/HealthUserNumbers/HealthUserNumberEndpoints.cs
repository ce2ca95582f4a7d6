using Cnaim.Messaging;
using Cnaim.OfficeKit;
using Cnaim.OfficeKit.Cases;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Health.HealthUserNumbers;

internal static class HealthUserNumberEndpoints
{
    public static IServiceCollection AddHealthUserNumbers(this IServiceCollection services)
    {
        services.TryAddScoped<HealthUserNumberStore>();
        return services;
    }

    public static RouteGroupBuilder MapHealthUserNumbers(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Health user numbers").RequireAuthorization(OfficePolicies.Counter);
        group.MapPost("/{caseId:guid}", Request).WithName("HealthUserNumbers_Request").WithSummary("Ask the register for a number").RequireIdempotencyKey();
        group.MapPost("/{caseId:guid}/confirm", Confirm).WithName("HealthUserNumbers_Confirm").WithSummary("The register has issued the number").AcceptIdempotencyKey();
        group.MapGet("/{caseId:guid}", Get).WithName("HealthUserNumbers_Get").WithSummary("How far the request is");
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
        transaction.Audit(Entry("health-user-number.requested", caseId, actor));
        return await transaction.CommitAsync(TypedResults.AcceptedAtRoute("HealthUserNumbers_Get", new { caseId }), cancellationToken);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Confirm(
        Guid caseId, Actor actor, HealthUserNumberStore store, OfficeTransaction transaction, TimeProvider clock, CancellationToken cancellationToken)
    {
        var decision = HealthUserNumberRules.Confirm(await store.LoadAsync(caseId, actor.Centre, cancellationToken), clock.GetUtcNow());
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        await store.ConfirmAsync(decision.Event, cancellationToken);
        transaction.Audit(Entry("health-user-number.confirmed", caseId, actor));
        return await transaction.CommitAsync(TypedResults.NoContent(), cancellationToken);
    }

    private static async Task<Results<Ok<HealthUserNumberState>, ProblemHttpResult>> Get(
        Guid caseId, Actor actor, HealthUserNumberStore store, CancellationToken cancellationToken) =>
        await store.LoadAsync(caseId, actor.Centre, cancellationToken) is { } state ? TypedResults.Ok(state) : CaseRefusals.NotFound.ToProblem();

    private static AuditEntry Entry(string action, Guid caseId, Actor actor) => new()
    {
        Action = action,
        RecordKind = "case",
        RecordId = caseId.ToString(),
        Actor = actor,
    };
}
