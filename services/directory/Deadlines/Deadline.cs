namespace Cnaim.Directory.Deadlines;

/// <summary>Until when a referral is to be acknowledged and resolved. The most specific row counts: office and request, then office, then any.</summary>
internal sealed record Deadline(string? Office, string? Request, string Priority, Span Acknowledge, Span Resolve, bool Assumed);
