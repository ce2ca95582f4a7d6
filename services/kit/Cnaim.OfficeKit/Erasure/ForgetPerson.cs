using Cnaim.Contracts;
using Cnaim.Contracts.Codes;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Appointments;
using Cnaim.OfficeKit.Referrals;
using Dapper;

namespace Cnaim.OfficeKit.Erasure;

/// <summary>Forgets a person in one transaction, or counts what that would do: a dry run does the same and rolls back to a savepoint. What a recorded law keeps is frozen.</summary>
internal sealed class ForgetPerson(
    OfficeTransaction transaction, WithdrawReferrals withdraw, EndDrafts drafts, EraseMessages messages, IEnumerable<IErasePersonData> features)
{
    /// <summary>Erases, or counts.</summary>
    /// <returns>Counts by category, and the laws under which something stays.</returns>
    public async Task<(ErasedCount[] Counts, string[] LegalBases)> RunAsync(Guid orderId, string[] references, bool isDryRun, CancellationToken cancellationToken)
    {
        var held = await LockAsync(references, cancellationToken);
        if (isDryRun)
        {
            await ExecuteAsync(ErasureSql.Savepoint, null, cancellationToken);
            var counts = await EraseAsync(orderId, references, held, isDryRun, cancellationToken);
            await ExecuteAsync(ErasureSql.Undo, null, cancellationToken);
            return (counts, held.LegalBases);
        }

        await messages.RememberAsync(orderId, references, cancellationToken);
        var erased = await EraseAsync(orderId, references, held, isDryRun, cancellationToken);
        await EndAsync(held, cancellationToken);
        return (erased, held.LegalBases);
    }

    /// <summary>The same for records that ended long ago, whoever they are about: nothing is open that would have to end, and no reference is remembered.</summary>
    public Task EraseRecordsAsync(Guid runId, HeldRecords held, CancellationToken cancellationToken) => EraseAsync(runId, [], held, isDryRun: false, cancellationToken);

    private async Task<HeldRecords> LockAsync(string[] references, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return new HeldRecords(
            (await QueryAsync<HeldCase>(ErasureSql.Cases, references, cancellationToken)).AsList(),
            (await QueryAsync<ReceivedReferral>(ErasureSql.Received, references, cancellationToken)).AsList(),
            (await QueryAsync<SentReferral>(ErasureSql.Sent, references, cancellationToken)).AsList());
    }

    // Open referrals end, so that both sides agree: the receiver's as with a withdrawn consent, the sender's drafts by themselves.
    private async Task EndAsync(HeldRecords held, CancellationToken cancellationToken)
    {
        foreach (var referral in held.Received.Where(referral => referral.WithdrawnAt is null))
        {
            await withdraw.CollectAsync(referral, [], cancellationToken);
        }

        foreach (var draft in held.Sent.Where(referral => referral.Status is ReferralStatus.Draft))
        {
            await drafts.CollectAsync(draft, cancellationToken);
        }
    }

    private async Task<ErasedCount[]> EraseAsync(Guid orderId, string[] references, HeldRecords held, bool isDryRun, CancellationToken cancellationToken)
    {
        held = held with { Appointments = await AppointmentsAsync(references, held, cancellationToken) };
        var ids = new { cases = held.ErasableCases, received = held.ErasableReceived, sent = held.SentIds };
        var counts = new List<ErasedCount>
        {
            new() { Category = "notes", Erased = await ExecuteAsync(ErasureSql.EraseNotes, ids, cancellationToken), Kept = 0 },
            new() { Category = "cases", Erased = await ExecuteAsync(ErasureSql.EraseCases, ids, cancellationToken), Kept = held.KeptCases },
            new() { Category = "referrals-received", Erased = await ExecuteAsync(ErasureSql.EraseReceived, ids, cancellationToken), Kept = held.KeptReceived },
            new() { Category = "referrals-sent", Erased = await ExecuteAsync(ErasureSql.EraseSent, ids, cancellationToken), Kept = 0 },
        };
        foreach (var feature in features)
        {
            counts.AddRange(await feature.EraseAsync(new ErasureTarget(references, held.ErasableCases), cancellationToken));
        }

        counts.AddRange(await messages.RunAsync(held.ScopeOf(orderId, references, isDryRun), cancellationToken));
        return [.. counts];
    }

    private async Task<IReadOnlyList<Guid>> AppointmentsAsync(string[] references, HeldRecords held, CancellationToken cancellationToken) =>
        [.. await transaction.Connection.QueryAsync<Guid>(transaction.Command(AppointmentSql.OfPerson, new { references, cases = held.ErasableCases }, cancellationToken))];

    private Task<IEnumerable<T>> QueryAsync<T>(string sql, string[] references, CancellationToken cancellationToken) =>
        transaction.Connection.QueryAsync<T>(transaction.Command(sql, new { references }, cancellationToken));

    private Task<int> ExecuteAsync(string sql, object? parameters, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteAsync(transaction.Command(sql, parameters, cancellationToken));
}
