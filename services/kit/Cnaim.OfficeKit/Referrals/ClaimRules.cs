using Cnaim.Contracts;
using Cnaim.Contracts.Codes;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Who gets an open referral; pure, and called with the sender's row locked, so that exactly one is chosen.</summary>
internal static class ClaimRules
{
    /// <summary>What becomes of a claim.</summary>
    /// <param name="referral">The sender's row.</param>
    /// <param name="offers">All candidates.</param>
    /// <param name="claimant">Who claims.</param>
    /// <returns><c>chosen</c>, <c>claimed</c> when another is being asked for first, <c>withdrawn</c> when it is gone, or null when this candidate was never asked.</returns>
    public static string? Decide(SentReferral referral, IReadOnlyList<SentOffer> offers, Party claimant)
    {
        var offer = offers.FirstOrDefault(candidate => candidate.Candidate == claimant);
        return offer switch
        {
            null => null,
            { IsOpen: false } => offer.State is "chosen" ? "chosen" : "withdrawn",
            _ when !string.Equals(referral.Status, ReferralStatus.Draft, StringComparison.Ordinal) => "withdrawn",
            _ => offers.Any(other => other.State is "chosen") ? "claimed" : "chosen",
        };
    }

    /// <summary>The next one in order of claims, when the chosen one got no permit.</summary>
    public static SentOffer? Next(IReadOnlyList<SentOffer> offers) => offers.FirstOrDefault(offer => offer.State is "claimed");
}
