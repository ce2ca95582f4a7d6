using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>When a coordinator may remind; pure.</summary>
internal static class ReminderRules
{
    /// <summary>Between two reminders of the same referral.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Null when it may be.</summary>
    /// <param name="clocks">The referral's clocks; null while a draft.</param>
    /// <param name="remindedAt">When it was reminded of before.</param>
    /// <param name="now">UTC.</param>
    public static Refusal? Check(ReferralClocksResource? clocks, DateTimeOffset? remindedAt, DateTimeOffset now) =>
        clocks is not ({ AcknowledgeBy.Overdue: true } or { ResolveBy.Overdue: true }) ? ReferralRefusals.NotOverdue
        : remindedAt > now - Pause ? ReferralRefusals.RemindedLately
        : null;
}
