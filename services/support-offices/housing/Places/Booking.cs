namespace Cnaim.Housing.Places;

/// <summary>The answer to a booking: a stay, or a place in the waiting list.</summary>
/// <param name="State"><c>booked</c> or <c>waiting</c>.</param>
/// <param name="Stay">With <c>booked</c>.</param>
/// <param name="Position">With <c>waiting</c>: 1 is next.</param>
internal sealed record Booking(string State, Stay? Stay, int? Position);
