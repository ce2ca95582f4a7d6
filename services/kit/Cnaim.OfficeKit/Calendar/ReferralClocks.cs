using Cnaim.Contracts.Codes;

namespace Cnaim.OfficeKit.Calendar;

/// <summary>Both clocks of a referral and the moments of its reminders.</summary>
/// <param name="Start">When the sender asked (UTC).</param>
/// <param name="AcknowledgeBy">By when the receiver accepts or rejects.</param>
/// <param name="ResolveBy">By when the receiver reaches a final state.</param>
internal sealed record ReferralClocks(DateTimeOffset Start, DateTimeOffset AcknowledgeBy, DateTimeOffset ResolveBy)
{
    /// <summary>Counts both deadlines from now.</summary>
    public static ReferralClocks Count(DateTimeOffset start, DeadlineSpan acknowledge, DeadlineSpan resolve, BusinessCalendar calendar) =>
        new(start, acknowledge.From(start, calendar), resolve.From(start, calendar));

    /// <summary>When a share of acknowledge-by has passed: working time, or the wall clock for emergencies.</summary>
    /// <param name="percent">50, 100, 150 or 200.</param>
    /// <param name="priority">The referral's priority.</param>
    /// <param name="calendar">The receiving centre's calendar.</param>
    public DateTimeOffset AtPercent(int percent, string priority, BusinessCalendar calendar) =>
        string.Equals(priority, ReferralPriority.Emergency, StringComparison.Ordinal)
            ? WallClock.AtPercent(Start, AcknowledgeBy, percent)
            : calendar.AtPercent(Start, AcknowledgeBy, percent);
}
