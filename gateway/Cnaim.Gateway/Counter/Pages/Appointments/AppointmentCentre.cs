namespace Cnaim.Gateway.Counter.Pages.Appointments;

/// <summary>A centre at which the office gives appointments, and its first free time.</summary>
internal sealed record AppointmentCentre(string Centre, Slot? NextFree);

/// <summary>All of them.</summary>
internal sealed record AppointmentCentreList(IReadOnlyList<AppointmentCentre> Items);
