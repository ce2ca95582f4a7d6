namespace Cnaim.OfficeKit.Referrals;

/// <summary>The receiver in the body of <c>POST /referrals</c>.</summary>
internal sealed record NewReferralReceiver
{
    public string? Office { get; init; }

    public string? Centre { get; init; }

    /// <summary>Leave it out: the office says who answers. In the sandbox <c>slow</c> accepts after the first deadline and completes after the second.</summary>
    public string? Agent { get; init; }
}
