namespace Cnaim.OfficeKit.Referrals;

/// <summary>An open referral in the body of <c>POST /referrals</c>.</summary>
internal sealed record NewReferralOpening
{
    /// <summary>The office's code or the request's code; the request says the rest.</summary>
    public string? Service { get; init; }

    /// <summary>The municipality's DICO code.</summary>
    public string? Area { get; init; }
}
