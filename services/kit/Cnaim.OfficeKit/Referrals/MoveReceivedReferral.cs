using Cnaim.Messaging;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>A move of the receiver's agents.</summary>
internal static class MoveReceivedReferral
{
    public static async Task<Decision<MovedReferral>> ApplyAsync(
        ReceivedReferral referral, ReferralMoveContext context, MoveServices services, CancellationToken cancellationToken)
    {
        if (services.External.Check(referral.Centre, context.Actor) is { } external)
        {
            return external;
        }

        var now = services.Clock.GetUtcNow();
        var decision = ReferralRules.Decide(referral.Status, cancellationRequested: false, context.Action, ReferralSide.Receiver, now);
        if (!decision.IsAccepted)
        {
            return decision.Refusal;
        }

        var errors = MoveDetails.Check(decision.Event, context.Body, ServiceCatalogue.Embedded.Find(referral.Request));
        if (errors.Any)
        {
            return ReferralRefusals.Invalid(errors.ToDictionary());
        }

        if (context.IfMatch.CheckOptional(referral.Version) is { } stale)
        {
            return stale;
        }

        var moved = referral.With(MoveDetails.After(referral.View, decision.Event, context.Body), now);
        await CollectAsync(moved, context, services, cancellationToken);
        return new MovedReferral(ReferralResources.Of(moved, services.Office.Code, now), moved.Version);
    }

    private static async Task CollectAsync(ReceivedReferral moved, ReferralMoveContext context, MoveServices services, CancellationToken cancellationToken)
    {
        services.Received.Save(moved);
        services.Records.NameOwn(moved.CaseId, context.Actor);
        services.Timeline.Add(moved, moved.LastVerb, context.Actor.Subject, context.Body.Note);
        if (ReferralRules.IsFinal(moved.Status))
        {
            services.Cases.CloseForReferral(moved.ReferralId, moved.Status, moved.UpdatedAt);
        }

        await services.Outbox.MovedAsync(moved, cancellationToken);
        services.Transaction.Audit(new AuditEntry
        {
            Action = $"referral.{moved.LastVerb}",
            RecordKind = "referral",
            RecordId = moved.ReferralId.ToString(),
            Actor = context.Actor,
        });
    }
}
