namespace Cnaim.Reception.Queues;

/// <summary>Whether a queue gives out tickets now.</summary>
/// <param name="IsOpen">True when it does.</param>
/// <param name="Reason">Why not: a code of <see cref="QueueHours"/>; null while open.</param>
/// <param name="NextOpening">When it does again (UTC); null while open, or when nobody knows.</param>
/// <param name="Day">The centre's local date.</param>
/// <param name="ClosesAt">The end of that day's opening hours (UTC); null on a day without.</param>
/// <param name="LastTicketAt">The time of the last ticket (UTC); null on a day without.</param>
internal sealed record QueueOpening(bool IsOpen, string? Reason, DateTimeOffset? NextOpening, DateOnly Day, DateTimeOffset? ClosesAt, DateTimeOffset? LastTicketAt);
