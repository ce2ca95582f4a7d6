namespace Cnaim.OfficeKit.Appointments;

/// <summary>Which free times are looked for.</summary>
/// <param name="From">UTC; earlier ones are no use.</param>
/// <param name="Until">UTC; an appointment ends by then.</param>
/// <param name="Length">Null is each calendar's own.</param>
internal sealed record SlotQuery(DateTimeOffset From, DateTimeOffset Until, TimeSpan? Length);
