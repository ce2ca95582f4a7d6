namespace Cnaim.OfficeKit.Appointments;

/// <summary>Free times of a period.</summary>
/// <param name="Items">Earliest first, at most 500.</param>
/// <param name="NextFree">The first one after the period, when the period has none; null when nothing is free within 90 days.</param>
internal sealed record SlotList(IReadOnlyList<SlotResource> Items, SlotResource? NextFree);
