namespace Cnaim.Contracts.Codes;

/// <summary>Why a referral was rejected, cancelled, held or failed.</summary>
public static class StatusReason
{
    /// <summary>Nobody answered in time.</summary>
    public const string NoResponse = "no-response";

    /// <summary>No places.</summary>
    public const string AtCapacity = "at-capacity";

    /// <summary>Not entitled.</summary>
    public const string NotEligible = "not-eligible";

    /// <summary>Another service is right.</summary>
    public const string WrongService = "wrong-service";

    /// <summary>A document is missing.</summary>
    public const string MissingDocument = "missing-document";

    /// <summary>The person was not reached.</summary>
    public const string CouldNotContact = "could-not-contact";

    /// <summary>The person does not want it.</summary>
    public const string ClientDeclined = "client-declined";

    /// <summary>Consent ended.</summary>
    public const string ConsentWithdrawn = "consent-withdrawn";

    /// <summary>Asked twice.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>Sent onward.</summary>
    public const string Redirected = "redirected";

    /// <summary>For the person's safety.</summary>
    public const string Safety = "safety";

    /// <summary>Another reason, with a note.</summary>
    public const string Other = "other";

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        NoResponse,
        AtCapacity,
        NotEligible,
        WrongService,
        MissingDocument,
        CouldNotContact,
        ClientDeclined,
        ConsentWithdrawn,
        Duplicate,
        Redirected,
        Safety,
        Other,
    ];
}
