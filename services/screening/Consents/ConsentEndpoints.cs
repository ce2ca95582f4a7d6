using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
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
        services.TryAddScoped<ActivateConsent>();
        services.TryAddSingleton<SensitiveOffices>();
        services.TryAddScoped<ListConsents>();
        return services;
    }

    public static RouteGroupBuilder MapConsents(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Consents").RequireRight(Right.ConsentsChange);
        group.MapPost("", Grant).WithName("Consents_Grant").WithSummary("Records a person's consent").RequireIdempotencyKey();
        group.MapGet("/{id:guid}", Get).WithName("Consents_Get").WithSummary("A consent that this office recorded or that names it").RequireRight(Right.ConsentsRead);
        group.MapGet("/{id:guid}/disclosures", Disclosures).WithName("Consents_Disclosures").WithSummary("What went out under a consent, and which receivers confirmed its end").RequireRight(Right.ConsentsRead);
        group.MapPost("/{id:guid}/withdraw", Withdraw).WithName("Consents_Withdraw").WithSummary("Ends a consent at once, for all recipients or for those that are named, and tells every receiver").AcceptIdempotencyKey();
        group.MapPost("/{id:guid}/activate", Activate).WithName("Consents_Activate").WithSummary("The person agrees to a draft").AcceptIdempotencyKey();
        group.MapPost("/{id:guid}/enter-in-error", EnterInError).WithName("Consents_EnterInError").WithSummary("Ends a consent that was recorded by mistake").AcceptIdempotencyKey();
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

    private static async Task<Results<Ok<ConsentView>, ProblemHttpResult>> Get(
        Guid id, ListConsents list, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await (await list.GetAsync(id, actor, cancellationToken)).ToOkAsync(transaction, cancellationToken);

    private static async Task<Results<Ok<ConsentDisclosures>, ProblemHttpResult>> Disclosures(
        Guid id, ListConsents list, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await (await list.DisclosuresAsync(id, actor, cancellationToken)).ToOkAsync(transaction, cancellationToken);

    private static async Task<Results<Ok<ConsentView>, ProblemHttpResult>> Withdraw(
        Guid id, WithdrawalInput? withdrawal, WithdrawConsent withdraw, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await EndAsync(await withdraw.RunAsync(id, withdrawal?.Recipients ?? [], actor, cancellationToken), transaction, cancellationToken);

    private static async Task<Results<Ok<ConsentView>, ProblemHttpResult>> EnterInError(
        Guid id, WithdrawConsent withdraw, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await EndAsync(await withdraw.EnterInErrorAsync(id, actor, cancellationToken), transaction, cancellationToken);

    private static async Task<Results<Ok<ConsentView>, ProblemHttpResult>> Activate(
        Guid id, ActivateConsent activate, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await (await activate.RunAsync(id, actor, cancellationToken)).ToOkAsync(transaction, cancellationToken);

    private static async Task<Results<Ok<ConsentView>, ProblemHttpResult>> EndAsync(
        Decision<WithdrawnConsent> decision, OfficeTransaction transaction, CancellationToken cancellationToken)
    {
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        await decision.Event.EnqueueAsync(transaction, cancellationToken);
        return await transaction.CommitAsync(TypedResults.Ok(decision.Event.Consent), cancellationToken);
    }
}
