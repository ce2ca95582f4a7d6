namespace Cnaim.Contracts.Codes;

/// <summary>The result of an eligibility rule: three-valued, and not-applicable outside its dates.</summary>
public static class EligibilityResult
{
    /// <summary>The condition holds.</summary>
    public const string Eligible = "eligible";

    /// <summary>The condition does not hold.</summary>
    public const string NotEligible = "not-eligible";

    /// <summary>A missing or declined answer leaves it open.</summary>
    public const string Unknown = "unknown";

    /// <summary>The rule was not in force on the evaluation date.</summary>
    public const string NotApplicable = "not-applicable";
}
