using Cnaim.Contracts;
using Cnaim.Messaging;
using Cnaim.Screening.Emergencies;
using Dapper;

namespace Cnaim.Screening.Erasures;

/// <summary>Forgets a person at screening itself, or counts what that would do by doing it and rolling back to a savepoint. The caller commits.</summary>
internal sealed class EraseOwn(OfficeTransaction transaction, EraseMessages messages, EmergencyStore emergencies)
{
    public async Task<ErasedCount[]> CountAsync(Guid erasureId, Guid personId, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        await ExecuteAsync(ErasureSql.Savepoint, null, cancellationToken);
        var counts = await EraseAsync(erasureId, personId, isDryRun: true, cancellationToken);
        await ExecuteAsync(ErasureSql.Undo, null, cancellationToken);
        return counts;
    }

    public Task<ErasedCount[]> RunAsync(Guid erasureId, Guid personId, CancellationToken cancellationToken) =>
        EraseAsync(erasureId, personId, isDryRun: false, cancellationToken);

    private async Task<ErasedCount[]> EraseAsync(Guid erasureId, Guid personId, bool isDryRun, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        var scope = await ScopeAsync(erasureId, personId, isDryRun, cancellationToken);
        var counts = new List<ErasedCount> { Count("emergency-notes", await BlankNotesAsync(personId, cancellationToken)) };
        foreach (var (category, _, sql) in PersonalFieldsSql.All)
        {
            counts.Add(Count(category, await ExecuteAsync(sql, new { personId }, cancellationToken)));
        }

        if (!isDryRun)
        {
            // The id alone: a process number could be guessed from its digest, and a digest of an office's reference, which that office keeps, would join the two.
            await messages.RememberAsync(erasureId, [personId.ToString()], cancellationToken);
        }

        counts.AddRange(await messages.RunAsync(scope, cancellationToken));
        return [.. counts];
    }

    private async Task<ErasureScope> ScopeAsync(Guid erasureId, Guid personId, bool isDryRun, CancellationToken cancellationToken)
    {
        var records = (await QueryAsync<(string Kind, string Id)>(ErasureSql.Records, personId, cancellationToken)).AsList();
        return new ErasureScope
        {
            OrderId = erasureId,
            References = [personId.ToString(), .. records.Where(record => record.Kind is "person").Select(record => record.Id), .. await QueryAsync<string>(ErasureSql.Refs, personId, cancellationToken)],
            Streams = [],
            Records = records,
            IsDryRun = isDryRun,
        };
    }

    // A note stays a sealed text, an empty one, so that whoever lists or re-encrypts notes can go on.
    private async Task<int> BlankNotesAsync(Guid personId, CancellationToken cancellationToken)
    {
        var ids = (await QueryAsync<Guid>(ErasureSql.Emergencies, personId, cancellationToken)).AsList();
        foreach (var id in ids)
        {
            await ExecuteAsync(ErasureSql.BlankNote, new { id, note = emergencies.Seal("", id) }, cancellationToken);
        }

        return ids.Count;
    }

    private Task<IEnumerable<T>> QueryAsync<T>(string sql, Guid personId, CancellationToken cancellationToken) =>
        transaction.Connection.QueryAsync<T>(transaction.Command(sql, new { personId }, cancellationToken));

    private Task<int> ExecuteAsync(string sql, object? parameters, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteAsync(transaction.Command(sql, parameters, cancellationToken));

    private static ErasedCount Count(string category, int erased) => new() { Category = category, Erased = erased, Kept = 0 };
}
