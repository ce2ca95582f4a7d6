using Cnaim.Messaging;
using Cnaim.Reception.Desks;
using Cnaim.Reception.Queues;
using Cnaim.Reception.Tickets;
using Dapper;

namespace Cnaim.Reception.Live;

/// <summary>Boards and their keys.</summary>
internal sealed class BoardStore(OfficeTransaction transaction, QueueStore queues, DeskStore desks, TimeProvider clock)
{
    /// <summary>The centre of a key, or null for one that is unknown or has ended.</summary>
    public async Task<string?> CentreOfAsync(string key, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.ExecuteScalarAsync<string?>(transaction.Command(LiveSql.FindBoard, new { hash = TicketToken.Hash(key) }, cancellationToken));
    }

    public async Task<Board> ReadAsync(string centre, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var calls = await CallsAsync(centre, now, cancellationToken);
        var all = await queues.ListAsync(centre, cancellationToken);
        var views = await QueueEndpoints.ReadAsync(centre, queues, await desks.ListAsync(centre, cancellationToken), now, cancellationToken);
        return Board.Of(calls, [.. all.Zip(views)]);
    }

    public async Task AddAsync(Guid boardId, string centre, string key, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        var row = new { boardId, centre, hash = TicketToken.Hash(key), now = clock.GetUtcNow() };
        await transaction.Connection.ExecuteAsync(transaction.Command(LiveSql.AddBoard, row, cancellationToken));
    }

    public async Task<bool> EndAsync(Guid boardId, string centre, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.ExecuteAsync(transaction.Command(LiveSql.EndBoard, new { boardId, centre, now = clock.GetUtcNow() }, cancellationToken)) > 0;
    }

    private async Task<List<CallRow>> CallsAsync(string centre, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return (await transaction.Connection.QueryAsync<CallRow>(transaction.Command(LiveSql.Calls, new { centre, now }, cancellationToken))).AsList();
    }
}
