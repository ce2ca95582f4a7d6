namespace Cnaim.OfficeKit.Referrals;

/// <summary>The query parameters of the list.</summary>
/// <param name="Direction"><c>received</c> (default), <c>sent</c>, or <c>offered</c>: open ones that this office could take.</param>
/// <param name="Status">One or more states, separated by commas.</param>
/// <param name="Priority"><c>routine</c>, <c>urgent</c> or <c>emergency</c>.</param>
/// <param name="Request">A request code.</param>
/// <param name="PersonId">The person as this office knows them; not with <c>offered</c>, where nobody is known.</param>
/// <param name="MinimumEscalation">Reminded at that percentage of acknowledge-by or later.</param>
/// <param name="Overdue"><c>true</c>: only those whose deadline that counts now has passed.</param>
/// <param name="Sort"><c>created</c>, <c>due</c> or <c>status</c>, downwards with <c>-</c> before it; the answer has the total then. Not with <c>offered</c>.</param>
/// <param name="Skip">Rows before the page, with <c>sort</c>.</param>
/// <param name="After">The <c>next</c> of the page before; not with <c>sort</c>.</param>
/// <param name="Limit">1 to 200; default 50.</param>
internal sealed record ReferralQuery(string? Direction, string? Status, string? Priority, string? Request, string? PersonId, int? MinimumEscalation, bool? Overdue, string? Sort, int? Skip, string? After, int? Limit);
