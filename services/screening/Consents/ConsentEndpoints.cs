using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Screening.Consents;

internal static class ConsentEndpoints
{
    public static IServiceCollection AddConsents(this IServiceCollection services)
    {
        services.TryAddScoped<ConsentStore>();
        services.TryAddScoped<GrantConsent>();
        services.TryAddScoped<WithdrawConsent>();
        services.TryAddScoped<ListConsents>();
        return services;
    }

    public static RouteGroupBuilder MapConsents(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Consents").RequireRight(Right.ConsentsChange);
        group.MapPost("", Grant).WithName("Consents_Grant").WithSummary("Records a person's consent").RequireIdempotencyKey();
        group.MapGet("/{id:guid}", Get).WithName("Consents_Get").WithSummary("A consent that this office recorded or that names it").RequireRight(Right.ConsentsRead);
        group.MapPost("/{id:guid}/withdraw", Withdraw).WithName("Consents_Withdraw").WithSummary("Ends a consent at once and tells every receiver").AcceptIdempotencyKey();
        return group;
    }

    private static async Task<Results<CreatedAtRoute<ConsentView>, ProblemHttpResult>> Grant(
        ConsentInput consent, GrantConsent grant, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken)
    {
        var decision = await grant.RunAsync(consent, actor, cancellationToken);
        return decision.IsAccepted
            ? await transaction.CommitAsync(TypedResults.CreatedAtRoute(decision.Event, "Consents_Get", new { id = decision.Event.Id }), cancellationToken)
            : decision.Refusal.ToProblem();
    }

    private static async Task<Results<Ok<ConsentView>, ProblemHttpResult>> Get(Guid id, ConsentStore store, Actor actor, CancellationToken cancellationToken) =>
        await store.FindAsync(id, actor, cancellationToken) is { } consent
            ? TypedResults.Ok(ConsentView.Of(consent, actor.Office))
            : ScreeningRefusals.ConsentNotFound.ToProblem();

    private static async Task<Results<Ok<ConsentView>, ProblemHttpResult>> Withdraw(
        Guid id, WithdrawConsent withdraw, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken)
    {
        var decision = await withdraw.RunAsync(id, actor, cancellationToken);
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        await decision.Event.EnqueueAsync(transaction, cancellationToken);
        return await transaction.CommitAsync(TypedResults.Ok(decision.Event.Consent), cancellationToken);
    }
}
