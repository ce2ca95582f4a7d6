namespace Cnaim.OfficeKit.Appointments;

/// <summary>The centres at which this office gives appointments.</summary>
/// <param name="Items">By code.</param>
internal sealed record AppointmentCentreList(IReadOnlyList<AppointmentCentre> Items);
