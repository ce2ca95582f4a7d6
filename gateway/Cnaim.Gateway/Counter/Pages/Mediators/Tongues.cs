namespace Cnaim.Gateway.Counter.Pages.Mediators;

/// <summary>The languages of mediators and of telephone translation.</summary>
internal sealed record Tongues(IReadOnlyList<Tongue> Items);

/// <summary>A language, and who speaks it.</summary>
internal sealed record Tongue
{
    public required string Tag { get; init; }

    public required string NameNative { get; init; }

    public required string NamePt { get; init; }

    public required string NameEn { get; init; }

    public string? Direction { get; init; }

    public bool Mediators { get; init; }

    public bool Telephone { get; init; }

    public string Name => Words.Language.StartsWith("pt", StringComparison.Ordinal) ? NamePt : NameEn;
}
