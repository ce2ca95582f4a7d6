using Cnaim.Contracts.Codes;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Both clocks of a referral.</summary>
/// <param name="AcknowledgeBy">By when the receiver accepts or rejects.</param>
/// <param name="ResolveBy">By when the receiver reaches a final state.</param>
internal sealed record ReferralClocksResource(ClockResource AcknowledgeBy, ClockResource ResolveBy)
{
    /// <summary>The clocks of a state.</summary>
    public static ReferralClocksResource? Of(string status, DateTimeOffset? acknowledgeBy, DateTimeOffset? resolveBy, DateTimeOffset now) =>
        acknowledgeBy is { } acknowledge && resolveBy is { } resolve
            ? new ReferralClocksResource(
                new ClockResource(acknowledge, Runs: Is(status, ReferralStatus.Requested), Overdue: Is(status, ReferralStatus.Requested) && now > acknowledge),
                new ClockResource(resolve, Runs: !ReferralRules.IsFinal(status), Overdue: !ReferralRules.IsFinal(status) && now > resolve))
            : null;

    private static bool Is(string status, string other) => string.Equals(status, other, StringComparison.Ordinal);
}
