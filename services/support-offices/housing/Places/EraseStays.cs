using Cnaim.Contracts;
using Cnaim.Messaging;
using Cnaim.OfficeKit;
using Dapper;

namespace Cnaim.Housing.Places;

/// <summary>A bed that is taken stays taken, by nobody who is known.</summary>
internal sealed class EraseStays(OfficeTransaction transaction) : IErasePersonData
{
    public async Task<IReadOnlyList<ErasedCount>> EraseAsync(ErasureTarget target, CancellationToken cancellationToken)
    {
        var cases = new { cases = target.Cases.ToArray() };
        var erased = await transaction.Connection.ExecuteAsync(transaction.Command(PlaceSql.EraseWaiting, cases, cancellationToken))
            + await transaction.Connection.ExecuteAsync(transaction.Command(PlaceSql.EraseStays, cases, cancellationToken));
        return [new ErasedCount { Category = "housing-stays", Erased = erased, Kept = 0 }];
    }
}
