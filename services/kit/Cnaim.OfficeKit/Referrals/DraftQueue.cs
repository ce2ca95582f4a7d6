using Cnaim.Messaging;
using Cnaim.OfficeKit.Storage;
using Dapper;
using Npgsql;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Drafts that go out by themselves. Taking one leases it for at least 5 s, longer than a call to screening; a crash only delays it.</summary>
internal sealed class DraftQueue(OfficeTransaction transaction, NpgsqlDataSource dataSource)
{
    /// <summary>Collects: try this draft as soon as possible.</summary>
    public void Add(Guid referralId) => transaction.Add(DraftSql.Queue, Parameter.Of("referralId", referralId));

    /// <summary>Collects: nothing more to do for this draft.</summary>
    public void Remove(Guid referralId) => transaction.Add(DraftSql.Remove, Parameter.Of("referralId", referralId));

    /// <summary>Leases the draft that waits longest; null when none is due.</summary>
    public async Task<Guid?> LeaseAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Guid?>(new CommandDefinition(DraftSql.Lease, cancellationToken: cancellationToken));
    }
}
