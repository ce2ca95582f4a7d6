namespace Cnaim.OfficeKit.Appointments;

/// <summary>A free time of one calendar.</summary>
/// <param name="Calendar">Whose.</param>
/// <param name="Start">UTC.</param>
/// <param name="End">UTC.</param>
/// <param name="IsExtended">Outside 9 to 17 on a weekday.</param>
internal sealed record Slot(StaffCalendar Calendar, DateTimeOffset Start, DateTimeOffset End, bool IsExtended);
