using System.Text.Json;

namespace Cnaim.Screening.Rules;

/// <summary>A new version as sent: documents that are left out are those of the version in force on that day.</summary>
internal sealed record LoadRulesRequest
{
    /// <summary>The first day of interviews that it is for.</summary>
    public required DateOnly ValidFrom { get; init; }

    public JsonElement? Questions { get; init; }

    public JsonElement? Issues { get; init; }

    public JsonElement? Eligibility { get; init; }

    public JsonElement? Offices { get; init; }
}
