using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>An action on a referral: the caller's centre says which side moves.</summary>
internal static class MoveReferral
{
    /// <summary>The handler of one action.</summary>
    public static Delegate By(string action) => (
        Guid id, ReferralMoveBody? body, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] MoveServices services, CancellationToken cancellationToken) =>
        MoveAsync(new ReferralMoveContext(id, action, body ?? new ReferralMoveBody(), actor, ifMatch), response, services, cancellationToken);

    private static async Task<Results<Ok<ReferralResource>, ProblemHttpResult>> MoveAsync(
        ReferralMoveContext context, HttpResponse response, MoveServices services, CancellationToken cancellationToken)
    {
        var decision = await DecideAsync(context, services, cancellationToken);
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        response.SetEntityVersion(decision.Event.Version);
        return await services.Transaction.CommitAsync(TypedResults.Ok(decision.Event.Resource.Generalised(services.Office.Code, services.Offices)), cancellationToken);
    }

    // A referral of another centre and a missing one take the same three queries.
    private static async Task<Decision<MovedReferral>> DecideAsync(ReferralMoveContext context, MoveServices services, CancellationToken cancellationToken)
    {
        if (await services.Received.LockAsync(context.ReferralId, services.Records.Of(context.Actor), cancellationToken) is { } received)
        {
            return await MoveReceivedReferral.ApplyAsync(received, context, services, cancellationToken);
        }

        if (await services.Sent.LockAsync(context.ReferralId, services.Records.Of(context.Actor), cancellationToken) is { } sent)
        {
            return await MoveSentReferral.ApplyAsync(sent, context, services, cancellationToken);
        }

        return await services.Offers.LockReceivedAsync(context.ReferralId, context.Actor.Centre, cancellationToken) is { } offer
            ? await ClaimOffer.ApplyAsync(offer, context, services, cancellationToken)
            : ReferralRefusals.NotFound;
    }
}
