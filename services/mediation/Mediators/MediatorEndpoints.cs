using Cnaim.Mediation.Languages;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Cnaim.Mediation.Mediators;

/// <summary>The centre's mediators; its coordinator writes them.</summary>
internal static class MediatorEndpoints
{
    private const int PageSize = 100;

    public static IServiceCollection AddMediators(this IServiceCollection services)
    {
        services.TryAddScoped<MediatorStore>();
        return services;
    }

    public static RouteGroupBuilder MapMediators(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/mediators").WithTags("Mediators").RequireRight(Right.MediatorsManage);
        group.MapGet("", List).WithName("Mediators_List").WithSummary("The centre's mediators and their languages").RequireRight(Right.MediatorsRead);
        group.MapGet("/{id:guid}", Get).WithName("Mediators_Get").WithSummary("One of the centre's mediators with training and rota").AnswersEntityVersion();
        group.MapPost("", Create).WithName("Mediators_Create").WithSummary("Add a mediator to the centre").AnswersEntityVersion().RequireIdempotencyKey();
        group.MapPut("/{id:guid}", Save).WithName("Mediators_Save").WithSummary("Write languages, training, rota and the rest anew");
        return group;
    }

    private static async Task<Ok<Page<MediatorSummary>>> List(Guid? after, Actor actor, MediatorStore mediators, CancellationToken cancellationToken)
    {
        var rows = await mediators.OfCentreAsync(actor.Centre, after, PageSize + 1, cancellationToken);
        return TypedResults.Ok(Page<MediatorSummary>.Cut(rows, PageSize, MediatorSummary.Of, mediator => mediator.MediatorId));
    }

    private static async Task<Results<Ok<MediatorView>, ProblemHttpResult>> Get(
        Guid id, Actor actor, HttpResponse response, [AsParameters] MediatorServices services, CancellationToken cancellationToken)
    {
        if (await services.Mediators.FindAsync(id, actor.Centre, cancellationToken) is not { } mediator)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        services.Transaction.Audit(Entry("mediator.read", mediator, actor));
        await services.Transaction.CommitAsync(cancellationToken);
        response.SetEntityVersion(mediator.Version);
        return TypedResults.Ok(services.View(mediator));
    }

    private static async Task<Results<CreatedAtRoute<MediatorView>, ProblemHttpResult>> Create(
        MediatorInput input, Actor actor, HttpResponse response, [AsParameters] MediatorServices services, CancellationToken cancellationToken)
    {
        var blank = new Mediator { MediatorId = Guid.CreateVersion7(services.Clock.GetUtcNow()), DisplayName = "", Centre = actor.Centre };
        var decision = await DecideAsync(input, blank, services, cancellationToken);
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        return await WriteAsync("mediator.created", decision.Event, () => services.Mediators.InsertAsync(decision.Event, cancellationToken), actor, services) is { } refusal
            ? refusal.ToProblem()
            : await AnswerAsync(decision.Event, response, services, cancellationToken);
    }

    private static async Task<Results<Ok<MediatorView>, ProblemHttpResult>> Save(
        Guid id, MediatorInput input, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] MediatorServices services, CancellationToken cancellationToken)
    {
        if (await services.Mediators.LockAsync(id, actor.Centre, cancellationToken) is not { } current)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        var decision = await DecideAsync(input, current with { Version = current.Version + 1 }, services, cancellationToken);
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        if (ifMatch.CheckRequired(current.Version) is { } stale)
        {
            return stale.ToProblem();
        }

        if (await WriteAsync("mediator.changed", decision.Event, () => services.Mediators.SaveAsync(decision.Event, cancellationToken), actor, services) is { } refusal)
        {
            return refusal.ToProblem();
        }

        response.SetEntityVersion(decision.Event.Version);
        var saved = await services.Mediators.FindAsync(id, actor.Centre, cancellationToken);
        return await services.Transaction.CommitAsync(TypedResults.Ok(services.View(saved!)), cancellationToken);
    }

    private static async Task<Decision<Mediator>> DecideAsync(MediatorInput input, Mediator current, MediatorServices services, CancellationToken cancellationToken)
    {
        if (input.AssociationId is { } association && !await services.Mediators.AssociationExistsAsync(association, cancellationToken))
        {
            return MediationRefusals.Invalid("associationId", "an association of GET /v1/associations");
        }

        return MediatorRules.Write(input, current, services.Languages);
    }

    private static async Task<Refusal?> WriteAsync(string action, Mediator mediator, Func<Task> write, Actor actor, MediatorServices services)
    {
        try
        {
            await write();
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.UniqueViolation)
        {
            return MediationRefusals.SubjectTaken;
        }

        services.Transaction.Audit(Entry(action, mediator, actor));
        return null;
    }

    private static async Task<CreatedAtRoute<MediatorView>> AnswerAsync(Mediator mediator, HttpResponse response, MediatorServices services, CancellationToken cancellationToken)
    {
        response.SetEntityVersion(1);
        var created = await services.Mediators.FindAsync(mediator.MediatorId, mediator.Centre, cancellationToken);
        return await services.Transaction.CommitAsync(TypedResults.CreatedAtRoute(services.View(created!), "Mediators_Get", new { id = mediator.MediatorId }), cancellationToken);
    }

    private static AuditEntry Entry(string action, Mediator mediator, Actor actor) => new()
    {
        Action = action,
        RecordKind = "mediator",
        RecordId = mediator.MediatorId.ToString(),
        Actor = actor,
    };
}

/// <summary>What the endpoints of mediators use.</summary>
internal sealed record MediatorServices(MediatorStore Mediators, LanguageCatalogue Languages, CentreZones Zones, OfficeTransaction Transaction, TimeProvider Clock)
{
    public MediatorView View(Mediator mediator) =>
        MediatorView.Of(mediator, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), Zones.Of(mediator.Centre)).DateTime));
}
