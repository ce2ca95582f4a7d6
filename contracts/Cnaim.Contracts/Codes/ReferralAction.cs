namespace Cnaim.Contracts.Codes;

/// <summary>The moves of a referral, the only names in API, UI and events.</summary>
public static class ReferralAction
{
    /// <summary>Draft to requested.</summary>
    public const string Send = "send";

    /// <summary>A candidate takes an open referral.</summary>
    public const string Claim = "claim";

    /// <summary>Requested to accepted.</summary>
    public const string Accept = "accept";

    /// <summary>Requested to rejected.</summary>
    public const string Reject = "reject";

    /// <summary>To in-progress.</summary>
    public const string Start = "start";

    /// <summary>To on-hold.</summary>
    public const string Hold = "hold";

    /// <summary>On-hold to in-progress.</summary>
    public const string Resume = "resume";

    /// <summary>To completed.</summary>
    public const string Complete = "complete";

    /// <summary>To failed.</summary>
    public const string Fail = "fail";

    /// <summary>To cancelled, or a request for it.</summary>
    public const string Cancel = "cancel";

    /// <summary>To entered-in-error.</summary>
    public const string EnterInError = "enter-in-error";

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Send,
        Claim,
        Accept,
        Reject,
        Start,
        Hold,
        Resume,
        Complete,
        Fail,
        Cancel,
        EnterInError,
    ];
}
