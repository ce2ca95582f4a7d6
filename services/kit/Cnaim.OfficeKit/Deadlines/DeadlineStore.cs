using Cnaim.Messaging;
using Cnaim.OfficeKit.Storage;
using Dapper;

namespace Cnaim.OfficeKit.Deadlines;

/// <summary>The deadlines of referrals; each fires once, whatever restarts.</summary>
internal sealed class DeadlineStore(OfficeTransaction transaction)
{
    /// <summary>Collects deadlines; one of the same kind that exists already stays as it is.</summary>
    public void Add(Guid referralId, params (string Kind, DateTimeOffset DueAt)[] deadlines) => transaction.Add(
        DeadlineSql.Insert,
        [
            Parameter.Of("referralId", referralId),
            Parameter.Of("kinds", Array.ConvertAll(deadlines, deadline => deadline.Kind)),
            Parameter.Of("moments", Array.ConvertAll(deadlines, deadline => deadline.DueAt)),
        ]);

    /// <summary>Collects the withdrawal of a referral whose disclosure had ended before it arrived; nothing when it had not.</summary>
    public void AddWhenWithdrawn(Guid referralId, Guid disclosureId) => transaction.Add(
        DeadlineSql.InsertWhenWithdrawn, Parameter.Of("referralId", referralId), Parameter.Of("disclosureId", disclosureId));

    /// <summary>Collects that a disclosure ended of which nothing has arrived yet.</summary>
    public void RememberWithdrawn(Guid disclosureId, DateTimeOffset withdrawnAt) => transaction.Add(
        DeadlineSql.RememberWithdrawn, Parameter.Of("disclosureId", disclosureId), Parameter.Of("withdrawnAt", withdrawnAt));

    /// <summary>Locks the oldest deadline that has passed and that no other replica holds.</summary>
    public async Task<Deadline?> LockNextAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<Deadline>(
            transaction.Command(DeadlineSql.LockNext, new { now }, cancellationToken));
    }

    /// <summary>Collects that a deadline has fired.</summary>
    public void Fire(Deadline deadline, DateTimeOffset now) => transaction.Add(
        DeadlineSql.Fire,
        [
            Parameter.Of("referralId", deadline.ReferralId),
            Parameter.Of("kind", deadline.Kind),
            Parameter.Of("now", now),
        ]);

    /// <summary>Collects another try later, so that one deadline that fails does not hold up the others.</summary>
    public void Postpone(Deadline deadline, DateTimeOffset until) => transaction.Add(
        DeadlineSql.Postpone,
        [
            Parameter.Of("referralId", deadline.ReferralId),
            Parameter.Of("kind", deadline.Kind),
            Parameter.Of("until", until),
        ]);
}
