namespace Cnaim.OfficeKit.Appointments;

/// <summary>The calendars of this office at a centre.</summary>
internal sealed record CalendarList(IReadOnlyList<CalendarResource> Items);
