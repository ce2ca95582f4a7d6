using Cnaim.Contracts.Codes;
using Cnaim.OfficeKit.Restricted;
using Cnaim.OfficeKit.Screening;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>The action <c>send</c>: asks screening for a draft once more, before any transaction, and sends it when there is a permit.</summary>
internal static class SendDraft
{
    public static async Task<Results<Ok<ReferralResource>, ProblemHttpResult>> Handle(
        Guid id, ReferralMoveBody? body, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] SendServices send, ReceivedReferralStore received, CancellationToken cancellationToken)
    {
        var peeked = await send.Sent.PeekAsync(id, send.Records.Of(actor), cancellationToken);
        var answer = CanBeSent(peeked) ? await send.Disclosures.DecideAsync(SendReferral.Question(peeked!), cancellationToken) : DisclosureAnswer.Silent;
        var referral = await send.Sent.LockAsync(id, send.Records.Of(actor), cancellationToken);
        var refusal = await RefuseAsync(id, referral, ifMatch, send.Records.Of(actor), send.Clock, received, cancellationToken)
            ?? (answer is { IsSilent: false, Permit: null } ? ReferralRefusals.ConsentMissing : null);
        if (refusal is not null || referral is null)
        {
            return (refusal ?? ReferralRefusals.NotFound).ToProblem();
        }

        if (answer.Permit is not null)
        {
            referral = await send.Requests.CollectAsync(referral, answer.Permit, actor, body?.Note, cancellationToken);
            send.Sent.Save(referral);
            send.Drafts.Remove(id);
        }
        else
        {
            send.Drafts.Add(id);
        }

        response.SetEntityVersion(referral.Version);
        var result = TypedResults.Ok(ReferralResources.Of(referral, send.Office.Code, send.Clock.GetUtcNow()).Generalised(send.Office.Code, send.Offices));
        await send.Transaction.CommitAsync(result, cancellationToken);
        send.Signal.Set();
        return result;
    }

    private static bool CanBeSent(SentReferral? referral) =>
        referral is { Receiver: not null } && string.Equals(referral.Status, ReferralStatus.Draft, StringComparison.Ordinal);

    private static async Task<Refusal?> RefuseAsync(
        Guid id, SentReferral? referral, IfMatch ifMatch, RecordScope scope, TimeProvider clock, ReceivedReferralStore store, CancellationToken cancellationToken)
    {
        if (referral is not null)
        {
            var decision = ReferralRules.Decide(referral.Status, referral.CancellationRequested, ReferralAction.Send, ReferralSide.Sender, clock.GetUtcNow());
            return decision.Refusal ?? ifMatch.CheckOptional(referral.Version);
        }

        return await store.LockAsync(id, scope, cancellationToken) is { } received
            ? ReferralRules.Decide(received.Status, cancellationRequested: false, ReferralAction.Send, ReferralSide.Receiver, clock.GetUtcNow()).Refusal
            : ReferralRefusals.NotFound;
    }
}
