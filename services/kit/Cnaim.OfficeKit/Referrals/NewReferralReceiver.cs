namespace Cnaim.OfficeKit.Referrals;

/// <summary>The receiver in the body of <c>POST /referrals</c>.</summary>
internal sealed record NewReferralReceiver
{
    public string? Office { get; init; }

    public string? Centre { get; init; }
}
