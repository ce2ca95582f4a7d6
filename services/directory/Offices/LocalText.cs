namespace Cnaim.Directory.Offices;

/// <summary>A text in Portuguese and English.</summary>
internal sealed record LocalText(string Pt, string En);
