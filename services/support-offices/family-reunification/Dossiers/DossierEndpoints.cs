using Cnaim.Messaging;
using Cnaim.OfficeKit;
using Cnaim.OfficeKit.Cases;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.FamilyReunification.Dossiers;

internal static class DossierEndpoints
{
    private const int MostRelatives = 30;

    public static IServiceCollection AddDossiers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => ReferenceAmounts.Load(configuration));
        services.TryAddScoped<DossierStore>();
        return services;
    }

    public static RouteGroupBuilder MapDossiers(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Dossiers").RequireAuthorization(OfficePolicies.Counter);
        group.MapPut("/{caseId:guid}", Save).WithName("Dossiers_Save").WithSummary("Record what is known of the household");
        group.MapGet("/{caseId:guid}", Get).WithName("Dossiers_Get").WithSummary("The dossier of a case");
        group.MapPost("/{caseId:guid}/assessment", Assess).WithName("Dossiers_Assess").WithSummary("Means test and lodging, with the legal basis");
        return group;
    }

    private static async Task<Results<Ok<Dossier>, ProblemHttpResult>> Save(
        Guid caseId, Dossier dossier, Actor actor, DossierStore store, OfficeTransaction transaction, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (dossier.MonthlyIncome < 0 || dossier.LodgingPersons < 0 || dossier.Relatives.Count > MostRelatives)
        {
            return DossierRefusals.Invalid.ToProblem();
        }

        if (await store.CaseIsOpenAsync(caseId, actor.Centre, cancellationToken) is not true)
        {
            return (await store.CaseIsOpenAsync(caseId, actor.Centre, cancellationToken) is null ? CaseRefusals.NotFound : CaseRefusals.Closed).ToProblem();
        }

        await store.SaveAsync(caseId, dossier, clock.GetUtcNow(), cancellationToken);
        transaction.Audit(new AuditEntry { Action = "dossier.saved", RecordKind = "case", RecordId = caseId.ToString(), Actor = actor });
        return await transaction.CommitAsync(TypedResults.Ok(dossier), cancellationToken);
    }

    private static async Task<Results<Ok<Dossier>, ProblemHttpResult>> Get(Guid caseId, Actor actor, DossierStore store, CancellationToken cancellationToken) =>
        await store.CaseIsOpenAsync(caseId, actor.Centre, cancellationToken) is null
            ? CaseRefusals.NotFound.ToProblem()
            : TypedResults.Ok(await store.LoadAsync(caseId, cancellationToken));

    private static async Task<Results<Ok<Assessment>, ProblemHttpResult>> Assess(
        Guid caseId, Actor actor, DossierStore store, ReferenceAmounts amounts, TimeProvider clock, CancellationToken cancellationToken) =>
        await store.CaseIsOpenAsync(caseId, actor.Centre, cancellationToken) is null
            ? CaseRefusals.NotFound.ToProblem()
            : TypedResults.Ok(MeansTestRules.Assess(await store.LoadAsync(caseId, cancellationToken), amounts, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));
}
