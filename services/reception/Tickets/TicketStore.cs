using System.Text.Json;
using Cnaim.Messaging;
using Dapper;
using Npgsql;

namespace Cnaim.Reception.Tickets;

/// <summary>Tickets inside a transaction.</summary>
internal sealed class TicketStore(OfficeTransaction transaction)
{
    /// <summary>Who has waited longer than this is not passed by appointments any more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(45);

    public Task<Ticket?> FindAsync(string centre, Guid ticketId, CancellationToken cancellationToken) => OneAsync(TicketSql.Find, new { centre, ticketId }, cancellationToken);

    /// <summary>Today's ticket of a number.</summary>
    public Task<Ticket?> FindByNumberAsync(string centre, string letter, int number, DateTimeOffset now, CancellationToken cancellationToken) =>
        OneAsync(TicketSql.ByNumber, new { centre, letter, number, now }, cancellationToken);

    public Task<Ticket?> LockAsync(string centre, Guid ticketId, CancellationToken cancellationToken) => OneAsync(TicketSql.Lock, new { centre, ticketId }, cancellationToken);

    public Task<Ticket?> FindByTokenAsync(byte[] hash, DateTimeOffset now, CancellationToken cancellationToken) => OneAsync(TicketSql.ByToken, new { hash, now }, cancellationToken);

    public Task<Ticket?> LockByTokenAsync(byte[] hash, CancellationToken cancellationToken) => OneAsync(TicketSql.LockByToken, new { hash }, cancellationToken);

    public Task<Ticket?> LockCurrentAsync(string centre, string desk, CancellationToken cancellationToken) => OneAsync(TicketSql.LockCurrent, new { centre, desk }, cancellationToken);

    /// <summary>Takes the next ticket for a desk; one that another desk is taking is passed over.</summary>
    public Task<Ticket?> LockNextAsync(string centre, string desk, string[] queues, DateTimeOffset now, CancellationToken cancellationToken) =>
        OneAsync(TicketSql.LockNext, new { centre, desk, queues, now, patience = now - Patience }, cancellationToken);

    public Task<List<Ticket>> WaitingAsync(string centre, string desk, string[] queues, DateTimeOffset now, CancellationToken cancellationToken) =>
        ManyAsync(TicketSql.Waiting, new { centre, desk, queues, patience = now - Patience }, cancellationToken);

    public Task<List<Ticket>> LockWaitingAsync(string centre, string queue, CancellationToken cancellationToken) => ManyAsync(TicketSql.LockWaiting, new { centre, queue }, cancellationToken);

    public Task<List<Ticket>> LockTargetedAsync(string centre, string desk, CancellationToken cancellationToken) => ManyAsync(TicketSql.LockTargeted, new { centre, desk }, cancellationToken);

    public Task<List<Ticket>> OfDeskAsync(string centre, string desk, CancellationToken cancellationToken) => ManyAsync(TicketSql.OfDesk, new { centre, desk }, cancellationToken);

    public Task<int> CountAheadAsync(Ticket ticket, DateTimeOffset now, CancellationToken cancellationToken) =>
        CountAsync(TicketSql.CountAhead, new { ticket.TicketId, patience = now - Patience }, cancellationToken);

    public Task<int> CountCalledSinceAsync(Ticket ticket, CancellationToken cancellationToken) => CountAsync(TicketSql.CountCalledSince, ticket, cancellationToken);

    public Task<int> CountWaitingAsync(string centre, string queue, CancellationToken cancellationToken) => CountAsync(TicketSql.CountWaiting, new { centre, queue }, cancellationToken);

    public Task<int> NextNumberAsync(string centre, string letter, DateOnly day, CancellationToken cancellationToken) =>
        CountAsync(TicketSql.NextNumber, new { centre, letter, day }, cancellationToken);

    public async Task InsertAsync(Ticket ticket, byte[] hash, CancellationToken cancellationToken)
    {
        var row = new DynamicParameters(ticket);
        row.Add("hash", hash);
        row.Add("visitId", Guid.CreateVersion7(ticket.IssuedAt));
        await transaction.Connection.ExecuteAsync(transaction.Command(TicketSql.Insert, row, cancellationToken));
        Tell(ticket.Centre);
    }

    /// <summary>Writes a ticket and its visit.</summary>
    public async Task SaveAsync(Ticket ticket, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = new DynamicParameters(ticket);
        row.Add("visitState", ticket.VisitState());
        row.Add("visitReason", ticket.VisitReason());
        row.Add("now", now);
        await transaction.Connection.ExecuteAsync(transaction.Command(TicketSql.Save, row, cancellationToken));
        Tell(ticket.Centre);
    }

    /// <summary>Writes a ticket with the entry that leads back to how it was before.</summary>
    public async Task SaveAsync(Ticket before, Ticket after, string command, string? desk, Guid actionId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await SaveAsync(after, now, cancellationToken);
        var entry = new { actionId, after.TicketId, after.Centre, desk, command, now, after.Version, before = JsonSerializer.Serialize(before) };
        await transaction.Connection.ExecuteAsync(transaction.Command(TicketSql.Log, entry, cancellationToken));
    }

    /// <summary>The old token finds nothing any more.</summary>
    public Task<int> ReplaceTokenAsync(Guid ticketId, byte[] hash, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteAsync(transaction.Command(TicketSql.Reprint, new { ticketId, hash }, cancellationToken));

    /// <summary>Calls the holder of a ticket to a place of the house without moving the ticket: an entry that boards show.</summary>
    public async Task CallToAsync(Ticket ticket, string place, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var entry = new { actionId = Guid.CreateVersion7(now), ticket.TicketId, ticket.Centre, desk = place, command = TicketCommand.Call + ":" + place, now, ticket.Version, before = JsonSerializer.Serialize(ticket) };
        await transaction.Connection.ExecuteAsync(transaction.Command(TicketSql.Log, entry, cancellationToken));
        Tell(ticket.Centre);
    }

    public Task<int> LinkAsync(string centre, Guid ticketId, string? personId, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteAsync(transaction.Command(TicketSql.Link, new { centre, ticketId, personId }, cancellationToken));

    public Task<string?> PersonOfAsync(string centre, Guid ticketId, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteScalarAsync<string?>(transaction.Command(TicketSql.PersonOf, new { centre, ticketId }, cancellationToken));

    /// <summary>Wakes boards, desks and phones of the centre when the transaction commits; PostgreSQL drops doubles.</summary>
    public void Tell(string centre) => transaction.Add(TicketSql.Tell, new NpgsqlParameter<string>("centre", centre));

    private async Task<Ticket?> OneAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<Ticket>(transaction.Command(sql, parameters, cancellationToken));
    }

    private async Task<List<Ticket>> ManyAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return (await transaction.Connection.QueryAsync<Ticket>(transaction.Command(sql, parameters, cancellationToken))).AsList();
    }

    private async Task<int> CountAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.ExecuteScalarAsync<int>(transaction.Command(sql, parameters, cancellationToken));
    }
}
