using Cnaim.Messaging;
using Cnaim.OfficeKit.Storage;
using Dapper;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>The history of a referral on this side.</summary>
internal sealed class ReferralTimeline(OfficeTransaction transaction)
{
    /// <summary>Collects an entry about a referral this office sent.</summary>
    public void Add(SentReferral referral, string what, string setBy, string? note = null) => Add(new TimelineEntry
    {
        ReferralId = referral.ReferralId,
        Side = "sender",
        At = referral.UpdatedAt,
        What = what,
        Status = referral.Status,
        SetBy = setBy,
        StatusReason = referral.StatusReason,
        Outcome = referral.Outcome,
        Results = referral.Results,
        Note = note,
    });

    /// <summary>Collects an entry about a referral this office received.</summary>
    public void Add(ReceivedReferral referral, string what, string setBy, string? note = null) => Add(new TimelineEntry
    {
        ReferralId = referral.ReferralId,
        Side = "receiver",
        At = referral.UpdatedAt,
        What = what,
        Status = referral.Status,
        SetBy = setBy,
        StatusReason = referral.StatusReason,
        Outcome = referral.Outcome,
        Results = referral.Results,
        Note = note,
    });

    /// <summary>Reads one side's history, oldest first, inside the transaction.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Guid referralId, string side, CancellationToken cancellationToken) =>
        [.. await transaction.Connection.QueryAsync<TimelineEntry>(
            transaction.Command(ReferralTimelineSql.Read, new { referralId, side }, cancellationToken))];

    /// <summary>Collects the blanking of a receiver's notes, part of a purge.</summary>
    public void BlankNotes(Guid referralId) => transaction.Add(ReferralTimelineSql.BlankNotes, Parameter.Of("referralId", referralId));

    private void Add(TimelineEntry entry) => transaction.Add(
        ReferralTimelineSql.Insert,
        [
            Parameter.Of("referralId", entry.ReferralId),
            Parameter.Of("side", entry.Side),
            Parameter.Of("at", entry.At),
            Parameter.Of("what", entry.What),
            Parameter.Of("status", entry.Status),
            Parameter.Of("setBy", entry.SetBy),
            Parameter.Of("statusReason", entry.StatusReason),
            Parameter.Of("outcome", entry.Outcome),
            Parameter.Of("results", entry.Results),
            Parameter.Of("note", entry.Note),
        ]);
}
