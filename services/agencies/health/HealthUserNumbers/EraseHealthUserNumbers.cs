using Cnaim.Contracts;
using Cnaim.Messaging;
using Cnaim.OfficeKit;
using Dapper;

namespace Cnaim.Health.HealthUserNumbers;

internal sealed class EraseHealthUserNumbers(OfficeTransaction transaction) : IErasePersonData
{
    public async Task<IReadOnlyList<ErasedCount>> EraseAsync(ErasureTarget target, CancellationToken cancellationToken)
    {
        var erased = await transaction.Connection.ExecuteAsync(
            transaction.Command(HealthUserNumberSql.Erase, new { cases = target.Cases.ToArray() }, cancellationToken));
        return [new ErasedCount { Category = "health-user-numbers", Erased = erased, Kept = 0 }];
    }
}
