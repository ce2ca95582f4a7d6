namespace Cnaim.OfficeKit.Referrals;

/// <summary>One row of the state table: who may move from where to where by which action.</summary>
internal sealed record ReferralTransition(string From, string Action, ReferralSide Side, string To, string? Verb);
