using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;

namespace Cnaim.Messaging.Inbox;

/// <summary>One partition per day of the sender, created ahead and on demand, dropped at 31 days.</summary>
internal sealed class InboxPartitions(NpgsqlDataSource database, TimeProvider clock)
{
    public const int DaysAhead = 7;
    private const int DaysKept = 31;
    private readonly ConcurrentDictionary<DateOnly, bool> _known = new();

    /// <summary>Looks again from now on: a partition that was there is not any more, after a restore or by somebody's hand.</summary>
    public void Forget() => _known.Clear();

    public async ValueTask EnsureAsync(IEnumerable<DateOnly> days, CancellationToken cancellationToken)
    {
        foreach (var day in days)
        {
            if (!_known.ContainsKey(day))
            {
                await CreateAsync(day, cancellationToken);
                _known[day] = true;
            }
        }
    }

    /// <summary>Creates a week ahead and drops what is too old; a lock that is not free within 2 s is tried again next time.</summary>
    public async Task MaintainAsync(CancellationToken cancellationToken)
    {
        Forget();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await EnsureAsync(Enumerable.Range(-1, DaysAhead + 2).Select(today.AddDays), cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        foreach (var name in await OldAsync(connection, NameOf(today.AddDays(-DaysKept)), cancellationToken))
        {
            await ExecuteAsync(connection, $"BEGIN; SET LOCAL lock_timeout = '2s'; DROP TABLE messaging.{name}; COMMIT", cancellationToken);
        }
    }

    private async Task CreateAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (from, to) = (day.ToString("O", CultureInfo.InvariantCulture), day.AddDays(1).ToString("O", CultureInfo.InvariantCulture));
        try
        {
            await ExecuteAsync(connection, $"CREATE TABLE IF NOT EXISTS messaging.{NameOf(day)} PARTITION OF messaging.inbox FOR VALUES FROM ('{from}') TO ('{to}')", cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.UniqueViolation)
        {
            // Another replica created it at the same moment.
        }
    }

    private static async Task<List<string>> OldAsync(NpgsqlConnection connection, string before, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(InboxSql.OldPartitions, connection);
        command.Parameters.AddWithValue(before);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        // Names and dates are made from a DateOnly above; nothing of them comes from outside.
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string NameOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"inbox_{day:yyyyMMdd}");
}
