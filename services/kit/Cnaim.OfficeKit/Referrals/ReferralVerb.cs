namespace Cnaim.OfficeKit.Referrals;

/// <summary>The event verbs of a referral (domain.md section 4).</summary>
internal static class ReferralVerb
{
    public const string Requested = "requested";
    public const string Claimed = "claimed";
    public const string Accepted = "accepted";
    public const string Rejected = "rejected";
    public const string Started = "started";
    public const string Held = "held";
    public const string Resumed = "resumed";
    public const string Completed = "completed";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";
    public const string EnteredInError = "entered-in-error";
}
