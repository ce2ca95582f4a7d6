namespace Cnaim.Screening.Rules;

/// <summary>A version as the API shows it.</summary>
internal sealed record RulesVersionView(string Version, DateOnly ValidFrom, string Status, int Rules, int Issues, int Questions, int Requests)
{
    public static RulesVersionView Of(RulesVersion version) => new(
        version.Code, version.ValidFrom, version.Status, version.Rules.Rules.Count, version.Rules.Issues.Count, version.Rules.Questions.Count, version.Rules.Requests.Count);
}
