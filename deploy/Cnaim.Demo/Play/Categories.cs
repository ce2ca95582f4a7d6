using Cnaim.Contracts.Codes;
using Cnaim.Demo.Reference;

namespace Cnaim.Demo.Play;

/// <summary>Which categories of data a mediator asks consent for, so that an office can do what it is asked for and no more.</summary>
internal static class Categories
{
    private static readonly string[] Always = [DataCategory.Identity, DataCategory.Contact];

    /// <summary>Who takes what arrives: where records are for named staff, the focal point, who is then named.</summary>
    public static string AgentRole(string office) => office is "victim-support" ? "focal-point" : "office-agent";

    public static IReadOnlyList<string> Of(OfficeRequest request)
    {
        string[] own = request.Office switch
        {
            "borders" => [DataCategory.Documents, DataCategory.Household],
            "labour-conditions" or "employment" or "entrepreneurship" => [DataCategory.Employment],
            "social-security" => [DataCategory.Household, DataCategory.Social, DataCategory.Employment, DataCategory.Documents],
            "education" or "qualifications" or "portuguese-language" => [DataCategory.Education],
            "health" => [DataCategory.Health],
            "civil-registry" or "tax" or "voter-registration" => [DataCategory.Documents],
            "family-reunification" => [DataCategory.Household, DataCategory.Finance],
            "social-support" => [DataCategory.Household, DataCategory.Social, DataCategory.Housing],
            "housing" => [DataCategory.Household, DataCategory.Housing],
            "consumer-support" or "debt-support" => [DataCategory.Finance],
            "victim-support" => [DataCategory.Safety],
            "refugee-integration" => [DataCategory.Household, DataCategory.Education],
            _ => [],
        };
        return NeedsStatus(request) ? [.. Always, .. own, DataCategory.ResidenceStatus] : [.. Always, .. own];
    }

    // A status-blind request never carries the residence status, even when the person would agree.
    private static bool NeedsStatus(OfficeRequest request) => !request.IsStatusBlind
        && request.Office is "borders" or "social-security" or "civil-registry" or "family-reunification" or "voter-registration" or "refugee-integration";
}
