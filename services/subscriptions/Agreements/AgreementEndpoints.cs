using Cnaim.Data.Protection;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Subscriptions.Agreements;

internal static class AgreementEndpoints
{
    private const int PageSize = 100;

    public static IServiceCollection AddAgreements(this IServiceCollection services)
    {
        services.AddProtectedField(new ProtectedField("agreement.subject_key", AgreementSql.StaleKeys, AgreementSql.ReplaceKey, Guid.Parse));
        services.TryAddSingleton<AgreementRules>();
        services.TryAddScoped<AgreementStore>();
        services.TryAddScoped<ChangeAgreement>();
        services.AddHostedService<SeedAgreements>();
        return services;
    }

    public static void MapAgreements(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/agreements").WithTags("Agreements").RequireRight(Right.AgreementsManage);
        group.MapGet("", List).WithName("Agreements_List").WithSummary("What each partner may be told").RequireRight(Right.AgreementsRead);
        group.MapGet("/changes", Changes).WithName("AgreementChanges_List").WithSummary("What was asked of agreements, newest first").RequireRight(Right.AgreementsRead);
        group.MapPost("/changes", Ask).WithName("AgreementChanges_Request").WithSummary("Ask for other terms; what narrows counts at once, what widens waits for a second person").RequireIdempotencyKey();
        group.MapPost("/changes/{changeId:guid}/approve", (Guid changeId, Actor actor, ChangeAgreement change, OfficeTransaction transaction, CancellationToken cancellationToken) =>
            Decide(changeId, true, actor, change, transaction, cancellationToken)).WithName("AgreementChanges_Approve").WithSummary("Let it count, as the second person").AcceptIdempotencyKey();
        group.MapPost("/changes/{changeId:guid}/reject", (Guid changeId, Actor actor, ChangeAgreement change, OfficeTransaction transaction, CancellationToken cancellationToken) =>
            Decide(changeId, false, actor, change, transaction, cancellationToken)).WithName("AgreementChanges_Reject").WithSummary("Leave it undone").AcceptIdempotencyKey();
        var own = routes.MapGroup("/agreement").WithTags("My agreement").RequireRight(Right.SubscriptionsOwn);
        own.MapGet("/changes", (Guid? after, Actor actor, AgreementStore agreements, CancellationToken cancellationToken) => ChangesOf(actor.PartnerClient, after, agreements, cancellationToken))
            .WithName("OwnAgreementChanges_List").WithSummary("What was asked of the calling partner's agreement, newest first");
        own.MapPost("/changes", (OwnAgreementChange asked, Actor actor, ChangeAgreement change, OfficeTransaction transaction, CancellationToken cancellationToken) =>
                Ask(new NewAgreementChange { ClientId = actor.PartnerClient, Terms = asked.Terms, Reason = asked.Reason }, actor, change, transaction, cancellationToken))
            .WithName("OwnAgreementChanges_Request").WithSummary("Ask for other terms; what narrows counts at once, what widens waits for an administrator").RequireIdempotencyKey();
        own.MapGet("", Own).WithName("OwnAgreement_Get").WithSummary("What the calling partner may be told").AnswersEntityVersion().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<Page<Agreement>>> List(string? after, AgreementStore agreements, CancellationToken cancellationToken) =>
        TypedResults.Ok(Page<Agreement>.Cut(await agreements.ListAsync(after, PageSize + 1, cancellationToken), PageSize, row => row.ToAgreement(), row => row.ClientId));

    private static Task<Ok<Page<AgreementChange>>> Changes(Guid? after, string? clientId, AgreementStore agreements, CancellationToken cancellationToken) =>
        ChangesOf(clientId, after, agreements, cancellationToken);

    private static async Task<Ok<Page<AgreementChange>>> ChangesOf(string? clientId, Guid? after, AgreementStore agreements, CancellationToken cancellationToken) =>
        TypedResults.Ok(Page<AgreementChange>.Cut(await agreements.ChangesAsync(after, clientId, PageSize + 1, cancellationToken), PageSize, row => row.ToChange(), row => row.ChangeId.ToString()));

    private static async Task<Results<Ok<AgreementChange>, ProblemHttpResult>> Ask(
        NewAgreementChange asked, Actor actor, ChangeAgreement change, OfficeTransaction transaction, CancellationToken cancellationToken)
    {
        var decision = await change.AskAsync(asked, actor, cancellationToken);
        return decision.IsAccepted ? await transaction.CommitAsync(TypedResults.Ok(decision.Event), cancellationToken) : decision.Refusal.ToProblem();
    }

    private static async Task<Results<Ok<AgreementChange>, ProblemHttpResult>> Decide(
        Guid changeId, bool isApproved, Actor actor, ChangeAgreement change, OfficeTransaction transaction, CancellationToken cancellationToken)
    {
        var decision = await change.DecideAsync(changeId, isApproved, actor, cancellationToken);
        return decision.IsAccepted ? await transaction.CommitAsync(TypedResults.Ok(decision.Event), cancellationToken) : decision.Refusal.ToProblem();
    }

    private static async Task<Results<Ok<Agreement>, ProblemHttpResult>> Own(Actor actor, AgreementStore agreements, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await agreements.FindAsync(actor.PartnerClient, cancellationToken) is not { } row)
        {
            return SubscriptionsRefusals.NoAgreement.ToProblem();
        }

        response.SetEntityVersion(row.Version);
        return TypedResults.Ok(row.ToAgreement());
    }
}
