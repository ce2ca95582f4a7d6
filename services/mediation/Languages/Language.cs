namespace Cnaim.Mediation.Languages;

/// <summary>A language of the reference data.</summary>
internal sealed record Language
{
    /// <summary>Its tag: two letters where they exist, else three.</summary>
    public required string Tag { get; init; }

    public required string NameNative { get; init; }

    public required string NamePt { get; init; }

    public required string NameEn { get; init; }

    /// <summary>ISO 15924; null for a sign language.</summary>
    public required string? Script { get; init; }

    /// <summary><c>ltr</c> or <c>rtl</c>, by the script; null for a sign language.</summary>
    public required string? Direction { get; init; }

    /// <summary>Whether it is one of the mediators' languages.</summary>
    public required bool Mediators { get; init; }

    /// <summary>Whether telephone translation offers it.</summary>
    public required bool Telephone { get; init; }

    /// <summary>True where no published list says that telephone translation offers it: to be confirmed with the provider.</summary>
    public required bool Assumed { get; init; }
}
