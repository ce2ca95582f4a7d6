namespace Cnaim.Directory.Offices;

/// <summary>An office and what can be asked of it.</summary>
internal sealed record Office(string Code, string Kind, LocalText Name, string Sensitivity, IReadOnlyList<OfficeRequest> Requests);
