using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Reads one referral with its history and clocks; every read and every denied read is audited.</summary>
internal static class GetReferral
{
    public static async Task<Results<Ok<ReferralResource>, ProblemHttpResult>> Handle(
        Guid id, Actor actor, HttpResponse response, [AsParameters] ReadServices services, CancellationToken cancellationToken)
    {
        var (resource, version) = await ReadAsync(id, actor, services, cancellationToken);
        services.Transaction.Audit(new AuditEntry
        {
            Action = resource is null ? "referral.read-denied" : "referral.read",
            RecordKind = "referral",
            RecordId = id.ToString(),
            Actor = actor,
        });
        await services.Transaction.CommitAsync(cancellationToken);
        if (resource is null)
        {
            return ReferralRefusals.NotFound.ToProblem();
        }

        response.SetEntityVersion(version);
        return TypedResults.Ok(services.External.Shown(resource, actor).Generalised(services.Office.Code, services.Offices));
    }

    // A referral of another centre, one of other named staff and a missing one take the same queries.
    private static async Task<(ReferralResource? Resource, int Version)> ReadAsync(Guid id, Actor actor, ReadServices services, CancellationToken cancellationToken)
    {
        var now = services.Clock.GetUtcNow();
        var scope = services.Records.Of(actor);
        if (await services.Received.FindAsync(id, scope, cancellationToken) is { } received)
        {
            return (ReferralResources.Of(received, services.Office.Code, now, await services.Timeline.ReadAsync(id, "receiver", cancellationToken)), received.Version);
        }

        if (await services.Sent.FindAsync(id, scope, cancellationToken) is { } sent)
        {
            return (ReferralResources.Of(sent, services.Office.Code, now, await services.Timeline.ReadAsync(id, "sender", cancellationToken)), sent.Version);
        }

        return await services.Offers.LockReceivedAsync(id, actor.Centre, cancellationToken) is { } offer
            ? (ReferralResources.Of(offer, services.Office.Code, now), 1)
            : (null, 0);
    }
}
