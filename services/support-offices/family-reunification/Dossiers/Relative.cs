namespace Cnaim.FamilyReunification.Dossiers;

/// <summary>Somebody of the household besides the sponsor: to be reunited, or here already.</summary>
internal sealed record Relative
{
    /// <summary>As this office knows them; null when they are abroad and not registered.</summary>
    public string? PersonId { get; init; }

    /// <summary>Null while the age is not known.</summary>
    public bool? IsAdult { get; init; }

    public bool AlreadyInHousehold { get; init; }
}
