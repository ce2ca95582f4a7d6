using Cnaim.Subscriptions.Inboxes;
using Dapper;
using Npgsql;

namespace Cnaim.Subscriptions.Mailing;

/// <summary>Who is to be written to, and which mails are sent. What a mail counts is marked in the transaction that makes it: nothing is told twice, and a mail that was made is sent.</summary>
internal sealed class MailStore(NpgsqlDataSource database, InboxStore inboxes, TimeProvider clock)
{
    /// <summary>Makes the mails that are due; how many.</summary>
    public async Task<int> PrepareAsync(TimeSpan between, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await connection.ExecuteScalarAsync<bool>(Command(MailSql.TakeTurn, null, transaction, cancellationToken)))
        {
            return 0;
        }

        var made = 0;
        foreach (var partner in (await connection.QueryAsync<MailCandidate>(Command(MailSql.Candidates, new { quietSince = clock.GetUtcNow() - between }, transaction, cancellationToken))).AsList())
        {
            made += await AddAsync(partner, connection, transaction, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return made;
    }

    public Task<MailRow?> LeaseAsync(CancellationToken cancellationToken) => OnceAsync(
        connection => connection.QuerySingleOrDefaultAsync<MailRow>(Command(MailSql.Lease, new { now = clock.GetUtcNow() }, null, cancellationToken)), cancellationToken);

    public Task SentAsync(MailRow mail, CancellationToken cancellationToken) => OnceAsync(
        connection => connection.ExecuteAsync(Command(MailSql.Sent, new { mail.MailId, now = clock.GetUtcNow() }, null, cancellationToken)), cancellationToken);

    public Task LaterAsync(MailRow mail, TimeSpan wait, CancellationToken cancellationToken) => OnceAsync(
        connection => connection.ExecuteAsync(Command(MailSql.Later, new { mail.MailId, dueAt = clock.GetUtcNow() + wait }, null, cancellationToken)), cancellationToken);

    private async Task<int> AddAsync(MailCandidate partner, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var unread = partner.WantsMail ? await inboxes.CountAsync(connection, partner.ClientId, partner.Known, transaction, cancellationToken) : new UnreadCount();
        var marks = new { partner.ClientId, until = unread.Until, now };
        if (partner.WantsMail)
        {
            await connection.ExecuteAsync(Command(MailSql.Counted, marks, transaction, cancellationToken));
        }

        if (unread.Events + partner.Notices == 0)
        {
            return 0; // what came is not for this partner
        }

        await connection.ExecuteAsync(Command(MailSql.NoticesTold, marks, transaction, cancellationToken));
        return await connection.ExecuteAsync(Command(
            MailSql.Add, new { mailId = Guid.CreateVersion7(now), partner.ClientId, events = unread.Events, notices = partner.Notices, now }, transaction, cancellationToken));
    }

    private async Task<T> OnceAsync<T>(Func<NpgsqlConnection, Task<T>> run, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await run(connection);
    }

    private static CommandDefinition Command(string sql, object? parameters, NpgsqlTransaction? transaction, CancellationToken cancellationToken) =>
        new(sql, parameters, transaction, cancellationToken: cancellationToken);
}
