namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>A centre with the offices that can be met there.</summary>
internal sealed record CentreOffices
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public bool Open { get; init; }

    /// <summary>The municipality's DICO code, where it is known.</summary>
    public string? Municipality { get; init; }

    public IReadOnlyList<CentreHours> OpeningHours { get; init; } = [];

    public bool OpeningHoursAssumed { get; init; }

    public IReadOnlyList<OfficeThere> Offices { get; init; } = [];
}

/// <summary>All centres.</summary>
internal sealed record CentreOfficesList(IReadOnlyList<CentreOffices> Items);

/// <summary>Hours on some days of the week.</summary>
internal sealed record CentreHours(IReadOnlyList<string> Days, string Opens, string Closes);

/// <summary>An office at a centre; its focal point is assumed where nobody was named for today.</summary>
internal sealed record OfficeThere(string Office, bool Assumed, int? Capacity, string FocalPoint, bool FocalPointAssumed, DateOnly? FocalPointUntil);
