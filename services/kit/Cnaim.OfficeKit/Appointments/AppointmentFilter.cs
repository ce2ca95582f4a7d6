namespace Cnaim.OfficeKit.Appointments;

/// <summary>Which appointments are listed.</summary>
/// <param name="PersonRef">Only this person's; null for all.</param>
/// <param name="From">The first local day; null is any.</param>
/// <param name="Until">The local day after the last; null is any.</param>
internal sealed record AppointmentFilter(string? PersonRef, DateOnly? From, DateOnly? Until);
