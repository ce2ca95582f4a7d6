namespace Cnaim.OfficeKit.Referrals;

/// <summary>The query parameters of the list.</summary>
/// <param name="Direction"><c>received</c> (default), <c>sent</c>, or <c>offered</c>: open ones that this office could take.</param>
/// <param name="Status">One or more states, separated by commas.</param>
/// <param name="Priority"><c>routine</c>, <c>urgent</c> or <c>emergency</c>.</param>
/// <param name="Request">A request code.</param>
/// <param name="MinimumEscalation">Reminded at that percentage of acknowledge-by or later.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Limit">1 to 200; default 50.</param>
internal sealed record ReferralQuery(string? Direction, string? Status, string? Priority, string? Request, int? MinimumEscalation, string? After, int? Limit);
