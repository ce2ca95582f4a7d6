using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>The refusals of referrals; each code has a page.</summary>
internal static class ReferralRefusals
{
    public static readonly Refusal NotFound = new("not-found", 404, "There is no such referral at this office and centre.");

    public static readonly Refusal ConsentMissing = new("consent-missing", 422, "No consent covers this disclosure; ask the person and record a consent for this office, purpose and these categories.");

    public static readonly Refusal OfferGone = new("offer-gone", 409, "The referral was offered here but is taken, withdrawn or expired; nothing can be done with it.");

    public static readonly Refusal DisclosureEnded = new("disclosure-ended", 410, "The person's consent ended or the permit expired; nothing can be fetched any more.");

    public static readonly Refusal ScreeningSilent = new("screening-silent", 503, "The screening service does not answer; nothing is disclosed without it. Try again in a few seconds.");

    public static readonly Refusal OfficeExternal = new("office-external", 409, "This office answers with a system of its own at this centre; only that system's client moves what was received and fetches what is disclosed.");

    public static readonly Refusal NotOverdue = new("not-overdue", 409, "No deadline of this referral has passed; only of an overdue one somebody is reminded.");

    public static readonly Refusal RemindedLately = new("reminded-lately", 409, "Somebody was reminded of it within the last hour; wait for an answer first.");

    public static Refusal MoveNotAllowed(string status, string action, IReadOnlyList<string> allowed) =>
        new("move-not-allowed", 409, $"A referral in state {status} cannot {action} here; see the allowed moves.")
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["state"] = status,
                ["allowed"] = allowed,
            },
        };

    public static Refusal Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        new("invalid-referral", 422, "Some values are missing, unknown or do not fit together; see the errors.")
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = errors },
        };
}
