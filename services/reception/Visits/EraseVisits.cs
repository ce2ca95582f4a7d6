using Cnaim.Contracts;
using Cnaim.Messaging;
using Cnaim.OfficeKit;
using Dapper;

namespace Cnaim.Reception.Visits;

/// <summary>A visit stays as a number that nobody knows the person of.</summary>
internal sealed class EraseVisits(OfficeTransaction transaction) : IErasePersonData
{
    public async Task<IReadOnlyList<ErasedCount>> EraseAsync(ErasureTarget target, CancellationToken cancellationToken)
    {
        var erased = await transaction.Connection.ExecuteAsync(transaction.Command(VisitSql.Erase, new { references = target.References.ToArray() }, cancellationToken));
        return [new ErasedCount { Category = "visits", Erased = erased, Kept = 0 }];
    }
}
