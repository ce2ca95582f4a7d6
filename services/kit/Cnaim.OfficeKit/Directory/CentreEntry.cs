namespace Cnaim.OfficeKit.Directory;

/// <summary>A centre as the directory describes it (<c>GET /v1/centres</c>).</summary>
internal sealed record CentreEntry
{
    public required string Code { get; init; }

    /// <summary>What people read; null is not known.</summary>
    public string? Name { get; init; }

    /// <summary>DICO code, or null.</summary>
    public string? Municipality { get; init; }

    /// <summary>IANA name; null is Europe/Lisbon.</summary>
    public string? TimeZone { get; init; }

    public List<OpeningEntry>? OpeningHours { get; init; }

    /// <summary><c>MM-DD</c>, or null.</summary>
    public string? MunicipalHoliday { get; init; }

    public List<CentreOfficeEntry>? Offices { get; init; }
}
