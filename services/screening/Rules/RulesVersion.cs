namespace Cnaim.Screening.Rules;

/// <summary>A stored, compiled version of the rules.</summary>
internal sealed record RulesVersion(int Number, DateOnly ValidFrom, string Status, RuleSet Rules)
{
    public const string Draft = "draft";
    public const string Approved = "approved";

    /// <summary>As the API shows it.</summary>
    public string Code => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
