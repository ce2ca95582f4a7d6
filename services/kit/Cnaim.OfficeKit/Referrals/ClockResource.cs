namespace Cnaim.OfficeKit.Referrals;

/// <summary>One clock.</summary>
/// <param name="Due">The deadline (UTC).</param>
/// <param name="Runs">False once it was met or the referral ended.</param>
/// <param name="Overdue">True when it runs and the deadline has passed.</param>
internal sealed record ClockResource(DateTimeOffset Due, bool Runs, bool Overdue);
