namespace Cnaim.Contracts.Codes;

/// <summary>How a completed or failed referral ended for the person.</summary>
public static class ReferralOutcome
{
    /// <summary>Solved.</summary>
    public const string Helped = "helped";

    /// <summary>Solved in part.</summary>
    public const string PartlyHelped = "partly-helped";

    /// <summary>Not entitled.</summary>
    public const string NotEligible = "not-eligible";

    /// <summary>No places.</summary>
    public const string NoCapacity = "no-capacity";

    /// <summary>Not reached.</summary>
    public const string CouldNotContact = "could-not-contact";

    /// <summary>The person withdrew.</summary>
    public const string ClientWithdrew = "client-withdrew";

    /// <summary>Sent elsewhere.</summary>
    public const string ReferredElsewhere = "referred-elsewhere";

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Helped,
        PartlyHelped,
        NotEligible,
        NoCapacity,
        CouldNotContact,
        ClientWithdrew,
        ReferredElsewhere,
    ];
}
