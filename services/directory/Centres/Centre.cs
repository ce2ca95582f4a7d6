namespace Cnaim.Directory.Centres;

/// <summary>A centre of the network. What no source says is a default, and marked assumed.</summary>
internal sealed record Centre(
    string Code, string Name, string Kind, string Status, bool Open, string? Municipality, string TimeZone,
    IReadOnlyList<OpeningHours> OpeningHours, bool OpeningHoursAssumed,
    string? MunicipalHoliday, bool MunicipalHolidayAssumed,
    IReadOnlyList<OfficeAtCentre> Offices);
