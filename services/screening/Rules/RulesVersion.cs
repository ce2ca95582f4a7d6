namespace Cnaim.Screening.Rules;

/// <summary>A stored, compiled version of the rules.</summary>
internal sealed record RulesVersion(int Number, DateOnly ValidFrom, string Status, RuleSet Rules)
{
    public const string Draft = "draft";
    public const string Approved = "approved";

    public string LoadedBy { get; init; } = "";

    public DateTimeOffset LoadedAt { get; init; }

    public string? ApprovedBy { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>As the API shows it.</summary>
    public string Code => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
