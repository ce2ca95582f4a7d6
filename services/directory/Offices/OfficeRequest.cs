namespace Cnaim.Directory.Offices;

/// <summary>What can be asked of an office; status-blind requests are served whatever the residence status.</summary>
internal sealed record OfficeRequest(string Code, LocalText Label, bool StatusBlind);
