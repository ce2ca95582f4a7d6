namespace Cnaim.OfficeKit.Referrals;

/// <summary>The reasons of <see cref="Contracts.Commands.WithdrawOffer"/>.</summary>
internal static class OfferWithdrawal
{
    public const string Taken = "taken";
    public const string Cancelled = "cancelled";
    public const string Expired = "expired";
}
