namespace Cnaim.OfficeKit.Referrals;

/// <summary>The body of an action on a referral; may be left out where nothing is required.</summary>
internal sealed record ReferralMoveBody
{
    /// <summary>Required to reject, cancel, hold and fail.</summary>
    public string? StatusReason { get; init; }

    /// <summary>Required to complete and fail.</summary>
    public string? Outcome { get; init; }

    /// <summary>With complete and fail: outcomes of the request's catalogue entry.</summary>
    public string[]? Results { get; init; }

    /// <summary>Free text for this office only; required with the reason <c>other</c>.</summary>
    public string? Note { get; init; }
}
