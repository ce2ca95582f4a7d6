using Cnaim.Messaging;
using Dapper;

namespace Cnaim.Screening.Erasures;

/// <summary>After a restore: finds the person again and forgets them here again; the offices did it and are told nothing.</summary>
internal sealed class ReapplyErasures(OfficeTransaction transaction, ErasureStore store, EraseOwn own) : IReapplyErasures
{
    public async Task<long> RunAsync(Guid orderId, byte[][] digests, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        var changed = 0L;
        foreach (var personId in (await transaction.Connection.QueryAsync<Guid>(transaction.Command(ErasureSql.FindErased, new { digests }, cancellationToken))).AsList())
        {
            await store.EndConsentsAsync(personId, cancellationToken);
            changed += (await own.RunAsync(orderId, personId, cancellationToken)).Sum(count => count.Erased);
        }

        return changed;
    }
}
