using Cnaim.Messaging;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>A move of the sender: cancel, enter in error, or send a draft.</summary>
internal static class MoveSentReferral
{
    public static async Task<Decision<MovedReferral>> ApplyAsync(
        SentReferral referral, ReferralMoveContext context, MoveServices services, CancellationToken cancellationToken)
    {
        var now = services.Clock.GetUtcNow();
        var decision = ReferralRules.Decide(referral.Status, referral.CancellationRequested, context.Action, ReferralSide.Sender, now);
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
        await CollectAsync(moved, decision.Event, context, services, cancellationToken);
        return new MovedReferral(ReferralResources.Of(moved, services.Office.Code, now), moved.Version);
    }

    private static async Task CollectAsync(
        SentReferral moved, ReferralMove move, ReferralMoveContext context, MoveServices services, CancellationToken cancellationToken)
    {
        services.Sent.Save(moved);
        services.Records.NameOwn(moved.ReferralId, context.Actor);
        services.Timeline.Add(moved, move.Verb ?? "cancellation-asked", context.Actor.Subject, context.Body.Note);
        services.Transaction.Audit(new AuditEntry
        {
            Action = $"referral.{move.Verb ?? "cancellation-asked"}",
            RecordKind = "referral",
            RecordId = moved.ReferralId.ToString(),
            Actor = context.Actor,
        });
        if (moved.DisclosureId is null)
        {
            await EndDraftAsync(moved, services, cancellationToken);
        }
        else
        {
            await TellReceiverAsync(moved, move, context.Body.StatusReason, services, cancellationToken);
        }
    }

    private static async Task TellReceiverAsync(SentReferral moved, ReferralMove move, string? reason, MoveServices services, CancellationToken cancellationToken)
    {
        if (move.AsksToCancel)
        {
            await services.Outbox.CancelAsync(moved, CancelKind.Cancel, reason, cancellationToken);
            return;
        }

        await services.Outbox.CancelAsync(moved, CancelKind.EnterInError, reason, cancellationToken);
        await services.Outbox.PublishAsync(moved, cancellationToken);
    }

    private static async Task EndDraftAsync(SentReferral moved, MoveServices services, CancellationToken cancellationToken)
    {
        services.Drafts.Remove(moved.ReferralId);
        if (moved.OpenArea is not null)
        {
            var offers = (await services.Offers.ReadSentAsync(moved.ReferralId, cancellationToken)).Where(offer => offer.State is not "withdrawn").ToList();
            offers.ForEach(offer => services.Offers.MoveSent(moved.ReferralId, offer.Candidate, "withdrawn"));
            await services.Outbox.WithdrawAsync(moved.ReferralId, offers.Select(offer => offer.Office), OfferWithdrawal.Cancelled, moved.UpdatedAt, cancellationToken);
        }
    }
}
