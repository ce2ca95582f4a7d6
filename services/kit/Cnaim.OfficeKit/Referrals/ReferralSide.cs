namespace Cnaim.OfficeKit.Referrals;

/// <summary>Which of the two aggregates of a referral a move belongs to (domain.md section 4).</summary>
internal enum ReferralSide
{
    /// <summary>The request, at the office that asked.</summary>
    Sender,

    /// <summary>The fulfilment, at the office that was asked.</summary>
    Receiver,
}
