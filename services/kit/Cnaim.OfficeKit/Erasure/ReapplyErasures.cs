using Cnaim.Messaging;
using Dapper;

namespace Cnaim.OfficeKit.Erasure;

/// <summary>After a restore: finds the person again among what this office holds and forgets them again.</summary>
internal sealed class ReapplyErasures(OfficeTransaction transaction, ForgetPerson forget) : IReapplyErasures
{
    public async Task<long> RunAsync(Guid orderId, byte[][] digests, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        var references = (await transaction.Connection.QueryAsync<string>(transaction.Command(ErasureSql.FindErased, new { digests }, cancellationToken))).ToArray();
        var (counts, _) = await forget.RunAsync(orderId, references, isDryRun: false, cancellationToken);
        return counts.Sum(count => count.Erased);
    }
}
