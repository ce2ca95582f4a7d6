using System.Collections.Concurrent;
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
        await CallAsync(InboxSql.DropPartitions, today.AddDays(-DaysKept), cancellationToken);
    }

    private async Task CreateAsync(DateOnly day, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(InboxSql.CreatePartition, day, cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.UniqueViolation)
        {
            // Another replica created it at the same moment.
        }
    }

    // The service's role owns no table: both are functions that run as the owner.
    private async Task CallAsync(string sql, DateOnly day, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue(day);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
