namespace Cnaim.OfficeKit.Referrals;

/// <summary>What both aggregates of a referral must agree on in the end; the state that the crossing-move rules work on.</summary>
internal sealed record ReferralView
{
    /// <summary>A code of <see cref="Contracts.Codes.ReferralStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>The verb of the last move, which a repeated report names again.</summary>
    public required string LastVerb { get; init; }

    /// <summary>A status reason code, in the states that need one.</summary>
    public string? StatusReason { get; init; }

    /// <summary>An outcome code, with completed and failed.</summary>
    public string? Outcome { get; init; }

    /// <summary>Result items of the request's catalogue entry.</summary>
    public string[] Results { get; init; } = [];

    /// <summary>Sender only: the receiver was asked to cancel and has not answered.</summary>
    public bool CancellationRequested { get; init; }

    /// <summary>Sender only: closed by the system at 200 % and not answered since.</summary>
    public bool TimedOut { get; init; }
}
