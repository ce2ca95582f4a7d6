namespace Cnaim.Gateway.Counter.Pages.Appointments;

/// <summary>Somebody who waits for a time; the first of a list with one that is free.</summary>
internal sealed record Wish(Guid Id, string Centre, string Channel, string? Language, DateTimeOffset AskedAt, int Place, Slot? Offer);

/// <summary>All who wait, in their order.</summary>
internal sealed record WishList(IReadOnlyList<Wish> Items);
