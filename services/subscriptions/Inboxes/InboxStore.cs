using System.Globalization;
using Cnaim.Subscriptions.Feed;
using Dapper;
using Npgsql;

namespace Cnaim.Subscriptions.Inboxes;

internal sealed class InboxStore(NpgsqlDataSource database, FeedStore feed, TimeProvider clock)
{
    /// <summary>How many rows of the log are looked at to count what is unread.</summary>
    public const int Part = 50_000;

    public async Task<Inbox> FindAsync(string clientId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<InboxRow>(new CommandDefinition(InboxSql.Find, new { clientId }, cancellationToken: cancellationToken)) ?? new InboxRow();
        // What was dropped after its 30 days cannot be read any more.
        var readUntil = Math.Max(row.ReadUntil, await feed.FloorAsync(cancellationToken));
        var unread = await CountAsync(connection, clientId, readUntil, null, cancellationToken);
        return new Inbox { ReadUntil = readUntil.ToString(CultureInfo.InvariantCulture), Unread = unread.Events, More = unread.IsMore, WantsMail = row.WantsMail };
    }

    public Task<UnreadCount> CountAsync(NpgsqlConnection connection, string clientId, long after, NpgsqlTransaction? transaction, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<UnreadCount>(new CommandDefinition(
            InboxSql.Count, new { clientId, after, part = Part, today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) }, transaction, cancellationToken: cancellationToken));
}
