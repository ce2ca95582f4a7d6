namespace Cnaim.Contracts.Codes;

/// <summary>What data may be used for.</summary>
public static class Purpose
{
    /// <summary>Solving an issue of the person.</summary>
    public const string ResolveIssue = "resolve-issue";

    /// <summary>Making an appointment.</summary>
    public const string Appointment = "appointment";

    /// <summary>Interpreting.</summary>
    public const string Translation = "translation";

    /// <summary>Aggregates.</summary>
    public const string Statistics = "statistics";

    /// <summary>Legal claims.</summary>
    public const string LegalClaim = "legal-claim";

    /// <summary>Danger to life or health.</summary>
    public const string Emergency = "emergency";

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ResolveIssue,
        Appointment,
        Translation,
        Statistics,
        LegalClaim,
        Emergency,
    ];
}
