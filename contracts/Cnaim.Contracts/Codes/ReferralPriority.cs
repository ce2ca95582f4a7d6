namespace Cnaim.Contracts.Codes;

/// <summary>How soon a referral must be answered (FHIR request priority).</summary>
public static class ReferralPriority
{
    /// <summary>Two working days.</summary>
    public const string Routine = "routine";

    /// <summary>Four working hours.</summary>
    public const string Urgent = "urgent";

    /// <summary>Thirty minutes on the wall clock.</summary>
    public const string Emergency = "emergency";

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Routine,
        Urgent,
        Emergency,
    ];
}
