using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.Screening.Erasures;

internal static class ErasureEndpoints
{
    public static IServiceCollection AddErasures(this IServiceCollection services)
    {
        services.TryAddScoped<ErasureStore>();
        services.TryAddScoped<EraseOwn>();
        services.TryAddScoped<RequestErasure>();
        services.TryAddScoped<DecideErasure>();
        services.TryAddScoped<ReadErasures>();
        services.TryAddScoped<IReapplyErasures, ReapplyErasures>();
        return services.RegisterConsumer<ConfirmErasureConsumer, ConfirmErasureConsumerDefinition>();
    }

    public static RouteGroupBuilder MapErasures(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Erasure").RequireRight(Right.ErasuresRead);
        group.MapPost("/people/{id}/erasures", Ask).WithName("Erasures_Request").WithSummary("The person asks to be forgotten; every service counts, another person decides")
            .RequireRight(Right.ErasuresRequest).RequireIdempotencyKey();
        group.MapGet("/erasures", List).WithName("Erasures_List").WithSummary("Orders and how far they are: this centre's, or all for the data-protection officer");
        group.MapGet("/erasures/{id:guid}", Get).WithName("Erasures_Get").WithSummary("How far an order is");
        group.MapPost("/erasures/{id:guid}/approve", Approve).WithName("Erasures_Approve").WithSummary("Forgets the person here at once and at every office that knows them")
            .RequireRight(Right.ErasuresDecide).AcceptIdempotencyKey();
        group.MapPost("/erasures/{id:guid}/reject", Reject).WithName("Erasures_Reject").WithSummary("Changes nothing")
            .RequireRight(Right.ErasuresDecide).AcceptIdempotencyKey();
        return group;
    }

    private static async Task<Results<CreatedAtRoute<ErasureView>, ProblemHttpResult>> Ask(
        string id, RequestErasure request, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken)
    {
        var decision = await request.RunAsync(id, actor, cancellationToken);
        if (decision.IsAccepted)
        {
            await decision.Event.EnqueueAsync(transaction, cancellationToken);
            return await transaction.CommitAsync(TypedResults.CreatedAtRoute(decision.Event.View, "Erasures_Get", new { id = decision.Event.View.Id }), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return decision.Refusal.ToProblem();
    }

    private static async Task<Ok<ErasurePage>> List(Guid? after, ReadErasures read, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await transaction.CommitAsync(TypedResults.Ok(await read.ListAsync(after, actor, cancellationToken)), cancellationToken);

    private static async Task<Results<Ok<ErasureView>, ProblemHttpResult>> Get(
        Guid id, ReadErasures read, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await (await read.OneAsync(id, actor, cancellationToken)).ToOkAsync(transaction, cancellationToken);

    private static async Task<Results<Ok<ErasureView>, ProblemHttpResult>> Approve(
        Guid id, DecideErasure decide, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await EndAsync(await decide.ApproveAsync(id, actor, cancellationToken), transaction, cancellationToken);

    private static async Task<Results<Ok<ErasureView>, ProblemHttpResult>> Reject(
        Guid id, DecideErasure decide, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken) =>
        await EndAsync(await decide.RejectAsync(id, actor, cancellationToken), transaction, cancellationToken);

    private static async Task<Results<Ok<ErasureView>, ProblemHttpResult>> EndAsync(
        Decision<ErasureOrder> decision, OfficeTransaction transaction, CancellationToken cancellationToken)
    {
        if (decision.IsAccepted)
        {
            await decision.Event.EnqueueAsync(transaction, cancellationToken);
            return await transaction.CommitAsync(TypedResults.Ok(decision.Event.View), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return decision.Refusal.ToProblem();
    }
}
