using System.Text.Json.Serialization;

namespace Cnaim.FamilyReunification.Dossiers;

/// <summary>What is known of the sponsor and the household; null is not known yet.</summary>
internal sealed record Dossier
{
    public decimal? MonthlyIncome { get; init; }

    public bool? LodgingProved { get; init; }

    /// <summary>For how many persons the lodging is fit.</summary>
    public int? LodgingPersons { get; init; }

    public List<Relative> Relatives { get; init; } = [];

    /// <summary>0 before the first save; the ETag, not a part of the body.</summary>
    [JsonIgnore]
    public int Version { get; init; }
}
