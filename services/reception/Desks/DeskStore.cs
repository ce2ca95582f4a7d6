using Cnaim.Messaging;
using Cnaim.Reception.Tickets;
using Dapper;

namespace Cnaim.Reception.Desks;

/// <summary>Desks inside a transaction.</summary>
internal sealed class DeskStore(OfficeTransaction transaction, TicketStore tickets)
{
    public async Task<List<Desk>> ListAsync(string centre, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return (await transaction.Connection.QueryAsync<Desk>(transaction.Command(DeskSql.List, new { centre }, cancellationToken))).AsList();
    }

    public Task<Desk?> FindAsync(string centre, string code, CancellationToken cancellationToken) => OneAsync<Desk>(DeskSql.Find, new { centre, code }, cancellationToken);

    /// <summary>The desk that somebody holds.</summary>
    public Task<Desk?> FindHeldAsync(string centre, string subject, CancellationToken cancellationToken) => OneAsync<Desk>(DeskSql.FindHeld, new { centre, subject }, cancellationToken);

    public Task<Desk?> LockAsync(string centre, string code, CancellationToken cancellationToken) => OneAsync<Desk>(DeskSql.Lock, new { centre, code }, cancellationToken);

    /// <summary>The other desk that somebody holds.</summary>
    public Task<Desk?> LockOtherAsync(string centre, string subject, string code, CancellationToken cancellationToken) =>
        OneAsync<Desk>(DeskSql.LockOther, new { centre, subject, code }, cancellationToken);

    public async Task SaveAsync(Desk desk, CancellationToken cancellationToken)
    {
        await transaction.Connection.ExecuteAsync(transaction.Command(DeskSql.Save, desk, cancellationToken));
        tickets.Tell(desk.Centre);
    }

    public Task<DeskAction?> LastActionAsync(string centre, string code, CancellationToken cancellationToken) =>
        OneAsync<DeskAction>(DeskSql.LastAction, new { centre, code }, cancellationToken);

    public async Task<List<DeskActionEntry>> EntriesAsync(Guid actionId, CancellationToken cancellationToken) =>
        (await transaction.Connection.QueryAsync<DeskActionEntry>(transaction.Command(DeskSql.Entries, new { actionId }, cancellationToken))).AsList();

    public Task MarkUndoneAsync(Guid actionId, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteAsync(transaction.Command(DeskSql.Undone, new { actionId, now }, cancellationToken));

    private async Task<T?> OneAsync<T>(string sql, object parameters, CancellationToken cancellationToken)
        where T : class
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<T>(transaction.Command(sql, parameters, cancellationToken));
    }
}

/// <summary>What a desk did last.</summary>
internal sealed record DeskAction
{
    public Guid ActionId { get; init; }

    public string Command { get; init; } = "";

    public DateTimeOffset At { get; init; }
}

/// <summary>One ticket of an action, as it was before.</summary>
internal sealed record DeskActionEntry
{
    public Guid TicketId { get; init; }

    public int VersionAfter { get; init; }

    public string Before { get; init; } = "";
}
