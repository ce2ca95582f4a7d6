namespace Cnaim.OfficeKit.Appointments;

/// <summary>Appointments in the order of their times, at most 500.</summary>
internal sealed record AppointmentList(IReadOnlyList<AppointmentResource> Items);
