using Cnaim.Messaging;
using Cnaim.Reception.Tickets;
using Dapper;

namespace Cnaim.Reception.Childrens;

/// <summary>The children's room inside a transaction.</summary>
internal sealed class ChildrensStore(OfficeTransaction transaction, TicketStore tickets)
{
    /// <summary>The free places, with the room locked; null when the centre has no room.</summary>
    public async Task<int?> LockFreeAsync(string centre, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        var capacity = await transaction.Connection.ExecuteScalarAsync<int?>(transaction.Command(ChildrensSql.LockRoom, new { centre }, cancellationToken));
        return capacity is not > 0 ? null : capacity - await transaction.Connection.ExecuteScalarAsync<int>(transaction.Command(ChildrensSql.Present, new { centre }, cancellationToken));
    }

    public async Task<(int Capacity, List<ChildrensVisit> Here)> ReadAsync(string centre, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        var capacity = await transaction.Connection.ExecuteScalarAsync<int>(transaction.Command(ChildrensSql.Capacity, new { centre }, cancellationToken));
        return (capacity, (await transaction.Connection.QueryAsync<ChildrensVisit>(transaction.Command(ChildrensSql.Here, new { centre }, cancellationToken))).AsList());
    }

    public async Task<ChildrensVisit?> LockAsync(string centre, Guid visitId, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<ChildrensVisit>(transaction.Command(ChildrensSql.Lock, new { centre, visitId }, cancellationToken));
    }

    /// <summary>False when this ticket has children in the room already.</summary>
    public async Task<bool> InsertAsync(ChildrensVisit visit, CancellationToken cancellationToken) => await WriteAsync(ChildrensSql.Insert, visit, cancellationToken) > 0;

    public Task SaveAsync(ChildrensVisit visit, CancellationToken cancellationToken) => WriteAsync(ChildrensSql.Save, visit, cancellationToken);

    private async Task<int> WriteAsync(string sql, ChildrensVisit visit, CancellationToken cancellationToken)
    {
        var written = await transaction.Connection.ExecuteAsync(transaction.Command(sql, visit, cancellationToken));
        tickets.Tell(visit.Centre);
        return written;
    }
}
