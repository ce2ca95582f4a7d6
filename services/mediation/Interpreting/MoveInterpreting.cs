using Cnaim.Mediation.Bookings;
using Cnaim.Mediation.Demand;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Mediation.Interpreting;

/// <summary>Moves a telephone translation.</summary>
internal static class MoveInterpreting
{
    /// <summary>The handler of one action.</summary>
    public static Delegate By(string action) => async Task<Results<Ok<InterpretingView>, ProblemHttpResult>> (
        Guid id, InterpretingMove? body, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] InterpretingServices services, CancellationToken cancellationToken) =>
    {
        if (action is InterpretingAction.Match)
        {
            await services.Requests.TakeTurnAsync(cancellationToken);
        }

        if (await services.Requests.LockAsync(id, actor, cancellationToken) is not { } request)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        var decision = await DecideAsync(request, action, body ?? new InterpretingMove(), ifMatch, services, cancellationToken);
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        await services.Requests.SaveAsync(decision.Event, cancellationToken);
        if (action is InterpretingAction.Match && decision.Event.State is BookingState.Requested)
        {
            services.Demand.Count(request.Language, request.Centre, DemandStore.NoInterpreter);
        }

        services.Audit(action, decision.Event, actor);
        response.SetEntityVersion(decision.Event.Version);
        return await services.Transaction.CommitAsync(TypedResults.Ok(services.View(decision.Event)), cancellationToken);
    };

    private static async Task<Decision<InterpretingRequest>> DecideAsync(
        InterpretingRequest request, string action, InterpretingMove body, IfMatch ifMatch, InterpretingServices services, CancellationToken cancellationToken)
    {
        var now = services.Clock.GetUtcNow();
        var line = action is InterpretingAction.Match ? await services.FindLineAsync(request, InterpretingRules.CallAt(request, now), cancellationToken) : null;
        var decision = InterpretingRules.Move(request, action, body, line, now);
        return decision.IsAccepted && ifMatch.CheckOptional(request.Version) is { } stale ? stale : decision;
    }
}
