namespace Cnaim.Screening.Rules;

/// <summary>A version as the API shows it.</summary>
internal sealed record RulesVersionView(string Version, DateOnly ValidFrom, string Status, int Rules, int Issues, int Questions, int Requests)
{
    /// <summary>The subject who loaded it, for those who may change rules.</summary>
    public string? LoadedBy { get; init; }

    public DateTimeOffset? LoadedAt { get; init; }

    /// <summary>The subject who approved it, for those who may change rules.</summary>
    public string? ApprovedBy { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    public static RulesVersionView Of(RulesVersion version) => new(
        version.Code, version.ValidFrom, version.Status, version.Rules.Rules.Count, version.Rules.Issues.Count, version.Rules.Questions.Count, version.Rules.Requests.Count);

    /// <summary>With who loaded and approved it.</summary>
    public static RulesVersionView WithPeople(RulesVersion version) =>
        Of(version) with { LoadedBy = version.LoadedBy, LoadedAt = version.LoadedAt, ApprovedBy = version.ApprovedBy, ApprovedAt = version.ApprovedAt };
}
