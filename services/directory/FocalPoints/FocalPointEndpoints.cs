using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Directory.FocalPoints;

internal static class FocalPointEndpoints
{
    public static IServiceCollection AddFocalPoints(this IServiceCollection services)
    {
        services.TryAddSingleton<FocalPointStore>();
        return services;
    }

    public static RouteGroupBuilder MapFocalPoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/focal-points").WithTags("Focal points").RequireRight(Right.DirectoryChange);
        group.MapGet("", List).WithName("FocalPoints_List").WithSummary("Present, past and future focal points that the caller may write, at most 2,000");
        group.MapGet("/{id:guid}", Get).WithName("FocalPoints_Get").WithSummary("One focal point").AnswersEntityVersion().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("", Add).WithName("FocalPoints_Add").WithSummary("Say who is reminded at an office of a centre, from a day on").WithMetadata(RequestKey.Header).AnswersEntityVersion()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapPatch("/{id:guid}", End).WithName("FocalPoints_End").WithSummary("Say which day is the last one; nothing is deleted")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        return group;
    }

    private static async Task<Ok<ItemList<FocalPoint>>> List(
        string? centre, string? office, Actor actor, RightsPolicy rights, FocalPointStore store, CancellationToken cancellationToken)
    {
        var read = await store.ListAsync(centre ?? (rights.ScopeOf(actor, Right.DirectoryChange) is RightScope.Network ? null : actor.Centre), office, cancellationToken);
        return TypedResults.Ok(new ItemList<FocalPoint>([.. read.Where(point => FocalPointRules.MayWrite(rights, actor, point.Centre))], Next: null));
    }

    private static async Task<Results<Ok<FocalPoint>, ProblemHttpResult>> Get(
        Guid id, Actor actor, RightsPolicy rights, FocalPointStore store, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } point || !FocalPointRules.MayWrite(rights, actor, point.Centre))
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        response.SetEntityVersion(point.Version);
        return TypedResults.Ok(point);
    }

    private static async Task<Results<CreatedAtRoute<FocalPoint>, ProblemHttpResult>> Add(
        NewFocalPoint body, Actor actor, RightsPolicy rights, FocalPointStore store, HttpContext context, CancellationToken cancellationToken)
    {
        var key = RequestKey.Read(context.Request, actor);
        if (!key.IsAccepted)
        {
            return key.Refusal.ToProblem();
        }

        if (!FocalPointRules.MayWrite(rights, actor, body.Centre))
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        if (FocalPointRules.Check(body) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var decision = await store.AddAsync(body, key.Event, actor, cancellationToken);
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        context.Response.SetEntityVersion(decision.Event.Version);
        return TypedResults.CreatedAtRoute(decision.Event, "FocalPoints_Get", new { id = decision.Event.FocalPointId });
    }

    private static async Task<Results<Ok<FocalPoint>, ProblemHttpResult>> End(
        Guid id, FocalPointEnd body, Actor actor, IfMatch ifMatch, RightsPolicy rights, FocalPointStore store, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } point || !FocalPointRules.MayWrite(rights, actor, point.Centre))
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        var decision = await store.EndAsync(point, body.LastDay, ifMatch, actor, cancellationToken);
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        response.SetEntityVersion(decision.Event.Version);
        return TypedResults.Ok(decision.Event);
    }
}
