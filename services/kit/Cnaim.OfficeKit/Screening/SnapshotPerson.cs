namespace Cnaim.OfficeKit.Screening;

/// <summary>The identity part of a snapshot.</summary>
internal sealed record SnapshotPerson
{
    public string[] GivenNames { get; init; } = [];

    public string[] FamilyNames { get; init; } = [];

    public string? NameInScript { get; init; }

    public string? KnownAs { get; init; }

    /// <summary>May be approximate, for example <c>1987-03</c>.</summary>
    public string? Birth { get; init; }

    public string[] Nationalities { get; init; } = [];

    public string[] Languages { get; init; } = [];
}
