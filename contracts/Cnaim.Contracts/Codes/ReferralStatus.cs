namespace Cnaim.Contracts.Codes;

/// <summary>States of a referral (FHIR Task.status).</summary>
public static class ReferralStatus
{
    /// <summary>Written, not sent.</summary>
    public const string Draft = "draft";

    /// <summary>Sent, the receiver decides.</summary>
    public const string Requested = "requested";

    /// <summary>Taken.</summary>
    public const string Accepted = "accepted";

    /// <summary>Declined; final.</summary>
    public const string Rejected = "rejected";

    /// <summary>Being worked on.</summary>
    public const string InProgress = "in-progress";

    /// <summary>Waiting.</summary>
    public const string OnHold = "on-hold";

    /// <summary>Taken back; final.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Done; final.</summary>
    public const string Completed = "completed";

    /// <summary>Could not be done; final.</summary>
    public const string Failed = "failed";

    /// <summary>A mistake; final.</summary>
    public const string EnteredInError = "entered-in-error";

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Draft,
        Requested,
        Accepted,
        Rejected,
        InProgress,
        OnHold,
        Cancelled,
        Completed,
        Failed,
        EnteredInError,
    ];
}
