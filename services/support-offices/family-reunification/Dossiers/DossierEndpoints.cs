using Cnaim.Contracts.Events;
using Cnaim.Messaging;
using Cnaim.OfficeKit;
using Cnaim.OfficeKit.Cases;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Rights;
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
        services.AddScoped<IErasePersonData, EraseDossiers>();
        return services;
    }

    public static RouteGroupBuilder MapDossiers(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Dossiers").RequireRight(Right.CasesChange);
        group.MapPut("/{caseId:guid}", Save).WithName("Dossiers_Save").WithSummary("Record what is known of the household; needs If-Match, \"0\" the first time");
        group.MapGet("/{caseId:guid}", Get).WithName("Dossiers_Get").WithSummary("The dossier of a case").AnswersEntityVersion().RequireRight(Right.CasesRead);
        group.MapPost("/{caseId:guid}/assessment", Assess).WithName("Dossiers_Assess").WithSummary("Means test and lodging, with the legal basis");
        return group;
    }

    private static async Task<Results<Ok<Dossier>, ProblemHttpResult>> Save(
        Guid caseId, Dossier dossier, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] DossierServices services, CancellationToken cancellationToken)
    {
        if (dossier.MonthlyIncome < 0 || dossier.LodgingPersons < 0 || dossier.Relatives.Count > MostRelatives)
        {
            return DossierRefusals.Invalid.ToProblem();
        }

        if (await services.Dossiers.CaseIsOpenAsync(caseId, actor.Centre, cancellationToken) is not { } isOpen)
        {
            return CaseRefusals.NotFound.ToProblem();
        }

        var version = (await services.Dossiers.LoadAsync(caseId, cancellationToken)).Version;
        if ((isOpen ? ifMatch.CheckRequired(version) : CaseRefusals.Closed) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var now = services.Clock.GetUtcNow();
        await services.Dossiers.SaveAsync(caseId, dossier, now, cancellationToken);
        var saved = new FamilyDossierSaved { CaseId = caseId, Centre = actor.Centre, OccurredAt = now };
        await services.Transaction.EnqueueAsync(caseId, Audience.Network, saved, cancellationToken);
        services.Transaction.Audit(Entry("dossier.saved", caseId, actor));
        response.SetEntityVersion(version + 1);
        return await services.Transaction.CommitAsync(TypedResults.Ok(dossier), cancellationToken);
    }

    private static async Task<Results<Ok<Dossier>, ProblemHttpResult>> Get(
        Guid caseId, Actor actor, HttpResponse response, [AsParameters] DossierServices services, CancellationToken cancellationToken)
    {
        if (await ReadAsync(caseId, "dossier.read", actor, services, cancellationToken) is not { } dossier)
        {
            return CaseRefusals.NotFound.ToProblem();
        }

        response.SetEntityVersion(dossier.Version);
        return TypedResults.Ok(dossier);
    }

    private static async Task<Results<Ok<Assessment>, ProblemHttpResult>> Assess(
        Guid caseId, Actor actor, [AsParameters] DossierServices services, ReferenceAmounts amounts, CancellationToken cancellationToken) =>
        await ReadAsync(caseId, "dossier.assessed", actor, services, cancellationToken) is { } dossier
            ? TypedResults.Ok(MeansTestRules.Assess(dossier, amounts, DateOnly.FromDateTime(services.Clock.GetUtcNow().UtcDateTime)))
            : CaseRefusals.NotFound.ToProblem();

    /// <summary>The dossier of a case of this centre, or null; every read and every denied read is audited.</summary>
    private static async Task<Dossier?> ReadAsync(Guid caseId, string action, Actor actor, DossierServices services, CancellationToken cancellationToken)
    {
        var dossier = await services.Dossiers.CaseIsOpenAsync(caseId, actor.Centre, cancellationToken) is null ? null : await services.Dossiers.LoadAsync(caseId, cancellationToken);
        services.Transaction.Audit(Entry(dossier is null ? action + "-denied" : action, caseId, actor));
        await services.Transaction.CommitAsync(cancellationToken);
        return dossier;
    }

    private static AuditEntry Entry(string action, Guid caseId, Actor actor) => new() { Action = action, RecordKind = "case", RecordId = caseId.ToString(), Actor = actor };
}
