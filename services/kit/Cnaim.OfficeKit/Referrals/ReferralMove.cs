namespace Cnaim.OfficeKit.Referrals;

/// <summary>An accepted move of one side.</summary>
internal sealed record ReferralMove
{
    /// <summary>The action, a code of <see cref="Contracts.Codes.ReferralAction"/>.</summary>
    public required string Action { get; init; }

    /// <summary>The event verb, for example <c>accepted</c>; null when the state stays, which only a request to cancel does.</summary>
    public string? Verb { get; init; }

    /// <summary>The state before.</summary>
    public required string From { get; init; }

    /// <summary>The state after.</summary>
    public required string To { get; init; }

    /// <summary>True for a sender's cancel after <c>requested</c>: the receiver is asked and decides.</summary>
    public bool AsksToCancel { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }
}
