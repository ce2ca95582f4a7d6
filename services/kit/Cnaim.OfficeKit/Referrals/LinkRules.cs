using Cnaim.Contracts.Codes;
using Cnaim.OfficeKit.Hosting;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>When a referral may name another: <c>basedOn</c> tries a final one again, <c>partOf</c> sends a received one onward. Pure.</summary>
internal static class LinkRules
{
    /// <summary>Checks what a new referral names.</summary>
    /// <param name="draft">The new referral.</param>
    /// <param name="earlier">The sent referral of <c>basedOn</c> at this centre, or null when there is none.</param>
    /// <param name="origin">The received referral of <c>partOf</c> at this centre, or null when there is none.</param>
    public static Errors Check(SentReferral draft, SentReferral? earlier, ReceivedReferral? origin)
    {
        var errors = new Errors();
        if (draft.BasedOn is not null)
        {
            errors.Require(earlier is not null && Same(earlier.PersonRef, draft.PersonRef), "basedOn", "No referral of this person was sent from here under this id.");
            errors.Require(earlier is null || ReferralRules.IsFinal(earlier.Status), "basedOn", "That referral is still open; only a final one is tried again.");
            errors.Require(earlier is null || Same(earlier.Request, draft.Request), "basedOn", "Trying again means the same request.");
        }

        if (draft.PartOf is not null)
        {
            errors.Require(origin is not null && Same(origin.PersonRef, draft.PersonRef), "partOf", "No referral of this person was received here under this id.");
            errors.Require(origin is null || !Same(origin.Status, ReferralStatus.EnteredInError), "partOf", "That referral was a mistake and is not sent onward.");
        }

        return errors;
    }

    /// <summary>The earlier referral's id for the receiver, who learns it only when it was the receiver then too.</summary>
    public static Guid? SharedBasedOn(SentReferral referral, SentReferral? earlier) =>
        earlier?.Receiver is not null && earlier.Receiver == referral.Receiver ? referral.BasedOn : null;

    /// <summary>The origin's id for the receiver, who learns it only when it is the origin's sender.</summary>
    public static Guid? SharedPartOf(SentReferral referral, ReceivedReferral? origin) =>
        origin is not null && origin.Sender == referral.Receiver ? referral.PartOf : null;

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);
}
