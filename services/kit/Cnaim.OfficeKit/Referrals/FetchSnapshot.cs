using Cnaim.Contracts.Codes;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Screening;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Fetches what a received referral permits to see; it is passed on, never stored, and each fetch is audited before anything is shown.</summary>
internal static class FetchSnapshot
{
    public static async Task<Results<Ok<PersonSnapshot>, ProblemHttpResult>> Handle(
        Guid id, Actor actor, HttpResponse response, [AsParameters] ReadServices services, IDisclosures disclosures, CancellationToken cancellationToken)
    {
        var referral = await services.Received.PeekAsync(id, services.Records.Of(actor), cancellationToken);
        var external = referral is null ? null : services.External.Check(referral.Centre, actor);
        var answer = referral is null or { WithdrawnAt: not null } || external is not null
            ? new SnapshotAnswer(null, IsSilent: false)
            : await disclosures.FetchAsync(referral.DisclosureId, cancellationToken);
        services.Transaction.Audit(new AuditEntry
        {
            Action = answer.Snapshot is null ? "referral.snapshot-denied" : "referral.snapshot-read",
            RecordKind = "referral",
            RecordId = id.ToString(),
            Actor = actor,
            Purpose = Purpose.ResolveIssue,
        });
        await services.Transaction.CommitAsync(cancellationToken);
        response.Headers.CacheControl = "no-store";
        return answer.Snapshot is null ? (external ?? Refuse(referral, answer)).ToProblem() : TypedResults.Ok(answer.Snapshot);
    }

    private static Refusal Refuse(ReceivedReferral? referral, SnapshotAnswer answer) =>
        referral is null ? ReferralRefusals.NotFound : answer.IsSilent ? ReferralRefusals.ScreeningSilent : ReferralRefusals.DisclosureEnded;
}
