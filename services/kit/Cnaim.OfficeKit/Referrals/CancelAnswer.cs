namespace Cnaim.OfficeKit.Referrals;

/// <summary>What a receiver does with a <see cref="Contracts.Commands.CancelReferral"/>.</summary>
/// <param name="View">The receiver's state afterwards.</param>
/// <param name="Moved">True when the state changed.</param>
/// <param name="Reports">True when the receiver tells the sender its state (again).</param>
internal sealed record CancelAnswer(ReferralView View, bool Moved, bool Reports);
