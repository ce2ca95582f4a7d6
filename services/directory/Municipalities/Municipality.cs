namespace Cnaim.Directory.Municipalities;

/// <summary>A municipality by its four digits (DICO).</summary>
internal sealed record Municipality
{
    public required string Dico { get; init; }

    public required string Name { get; init; }

    public string? District { get; init; }

    public string? AutonomousRegion { get; init; }

    public required string Nuts2 { get; init; }

    public required string Nuts3 { get; init; }
}
