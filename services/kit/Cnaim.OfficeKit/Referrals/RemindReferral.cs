using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>A coordinator reminds the focal point of an overdue referral: of the other office when this one sent it, of the own when it was received.</summary>
internal static class RemindReferral
{
    /// <summary>Whom the history names.</summary>
    public const string FocalPoint = "focal-point";

    public static async Task<Results<Ok<ReferralResource>, ProblemHttpResult>> Handle(
        Guid id, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] MoveServices services, CancellationToken cancellationToken)
    {
        var decision = await DecideAsync(id, actor, ifMatch, services, cancellationToken);
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        services.Transaction.Audit(new AuditEntry
        {
            Action = "referral.reminded",
            RecordKind = "referral",
            RecordId = id.ToString(),
            Actor = actor,
        });
        response.SetEntityVersion(decision.Event.Version);
        return await services.Transaction.CommitAsync(TypedResults.Ok(decision.Event.Resource.Generalised(services.Office.Code, services.Offices)), cancellationToken);
    }

    // A referral of another centre and a missing one take the same queries.
    private static async Task<Decision<MovedReferral>> DecideAsync(Guid id, Actor actor, IfMatch ifMatch, MoveServices services, CancellationToken cancellationToken)
    {
        var (now, scope) = (services.Clock.GetUtcNow(), services.Records.Of(actor));
        if (await services.Received.LockAsync(id, scope, cancellationToken) is { } received)
        {
            var clocks = ReferralClocksResource.Of(received.Status, received.AcknowledgeBy, received.ResolveBy, now);
            var refusal = ReminderRules.Check(clocks, received.RemindedAt, now) ?? ifMatch.CheckOptional(received.Version);
            return refusal is null ? Own(received.Reminded(now), actor, services) : refusal;
        }

        if (await services.Sent.LockAsync(id, scope, cancellationToken) is { } sent)
        {
            var clocks = ReferralClocksResource.Of(sent.Status, sent.AcknowledgeBy, sent.ResolveBy, now);
            var refusal = ReminderRules.Check(clocks, sent.RemindedAt, now) ?? ifMatch.CheckOptional(sent.Version);
            return refusal is null ? await OtherAsync(sent.Reminded(now), actor, services, cancellationToken) : refusal;
        }

        return ReferralRefusals.NotFound;
    }

    private static MovedReferral Own(ReceivedReferral reminded, Actor actor, MoveServices services)
    {
        services.Received.Save(reminded);
        services.Timeline.Add(reminded, "reminded", actor.Subject, FocalPoint);
        return new MovedReferral(ReferralResources.Of(reminded, services.Office.Code, reminded.UpdatedAt), reminded.Version);
    }

    private static async Task<MovedReferral> OtherAsync(SentReferral reminded, Actor actor, MoveServices services, CancellationToken cancellationToken)
    {
        services.Sent.Save(reminded);
        services.Timeline.Add(reminded, "reminded", actor.Subject, FocalPoint);
        await services.Outbox.RemindAsync(reminded, cancellationToken);
        return new MovedReferral(ReferralResources.Of(reminded, services.Office.Code, reminded.UpdatedAt), reminded.Version);
    }
}
