using Cnaim.Directory.FocalPoints;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Directory.Notices;

internal static class NoticeEndpoints
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.TryAddSingleton<NoticeStore>();
        return services;
    }

    public static RouteGroupBuilder MapNotices(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/notices").WithTags("Notices");
        group.MapGet("/current", Current).WithName("Notices_Current").WithSummary("What everybody is told now, the sign-in page included").AllowAnonymous();
        group.MapGet("", List).WithName("Notices_List").WithSummary("Notices of now and to come").RequireRight(Right.NoticesPublish);
        group.MapGet("/{id:guid}", Get).WithName("Notices_Get").WithSummary("One notice").RequireRight(Right.NoticesPublish).AnswersEntityVersion().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("", Add).WithName("Notices_Publish").WithSummary("Tell everybody something, from a moment to a moment").RequireRight(Right.NoticesPublish).WithMetadata(RequestKey.Header).AnswersEntityVersion()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapPost("/{id:guid}/end", End).WithName("Notices_End").WithSummary("End a notice now; nothing is deleted").RequireRight(Right.NoticesPublish).ProducesProblem(StatusCodes.Status404NotFound);
        return group;
    }

    private static async Task<Ok<ItemList<Notice>>> Current(NoticeStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ItemList<Notice>(await store.CurrentAsync(cancellationToken), Next: null));

    private static async Task<Ok<ItemList<Notice>>> List(NoticeStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ItemList<Notice>(await store.OpenAsync(cancellationToken), Next: null));

    private static async Task<Results<Ok<Notice>, ProblemHttpResult>> Get(Guid id, NoticeStore store, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } notice)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        response.SetEntityVersion(notice.Version);
        return TypedResults.Ok(notice);
    }

    private static async Task<Results<CreatedAtRoute<Notice>, ProblemHttpResult>> Add(
        NewNotice body, Actor actor, NoticeStore store, HttpContext context, CancellationToken cancellationToken)
    {
        var key = RequestKey.Read(context.Request, actor);
        if (!key.IsAccepted)
        {
            return key.Refusal.ToProblem();
        }

        var decision = await store.AddAsync(body, key.Event, actor, cancellationToken);
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        context.Response.SetEntityVersion(decision.Event.Version);
        return TypedResults.CreatedAtRoute(decision.Event, "Notices_Get", new { id = decision.Event.NoticeId });
    }

    private static async Task<Results<Ok<Notice>, ProblemHttpResult>> End(
        Guid id, Actor actor, IfMatch ifMatch, NoticeStore store, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await store.EndAsync(id, ifMatch, actor, cancellationToken) is not { } decision)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        response.SetEntityVersion(decision.Event.Version);
        return TypedResults.Ok(decision.Event);
    }
}
