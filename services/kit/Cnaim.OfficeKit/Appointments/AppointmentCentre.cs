namespace Cnaim.OfficeKit.Appointments;

/// <summary>A centre at which this office gives appointments.</summary>
/// <param name="Centre">Its code.</param>
/// <param name="NextFree">The first free time; null when nothing is free within 90 days.</param>
internal sealed record AppointmentCentre(string Centre, SlotResource? NextFree);
