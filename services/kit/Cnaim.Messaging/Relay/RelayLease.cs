using System.Globalization;
using Cnaim.Data;
using Cnaim.Messaging.Faults;
using Npgsql;

namespace Cnaim.Messaging.Relay;

/// <summary>
/// The right to relay: a session-level advisory lock on a connection of its own, which also reads and deletes. A relay that lost its lock
/// can no longer change the outbox; at worst it repeats a publish, which the inbox drops.
/// </summary>
internal sealed class RelayLease(DatabaseSettings database, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan BeatInterval = TimeSpan.FromSeconds(5);
    private static readonly string Holder = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}");
    private NpgsqlConnection? _connection;
    private long _lastBeat;

    public NpgsqlConnection Connection => _connection ?? throw new InvalidOperationException("The lease is not held.");

    /// <summary>Takes the lock when it is free, or after ending a holder that has not beaten for 20 s by the database's clock.</summary>
    public async Task<bool> TryAcquireAsync(CancellationToken cancellationToken)
    {
        _connection ??= await database.OpenDedicatedAsync(cancellationToken);
        if (await TryLockAsync(cancellationToken))
        {
            await BeatAsync(cancellationToken);
            return true;
        }

        var isOff = false;
        Fault.Ask("lease-takeover-off", ref isOff);
        if (isOff)
        {
            return false;
        }

        await using var takeOver = new NpgsqlCommand(RelaySql.TakeOver, _connection);
        return await takeOver.ExecuteScalarAsync(cancellationToken) is true && await TryLockAsync(cancellationToken) && await BeatAsync(cancellationToken);
    }

    public async Task BeatIfDueAsync(CancellationToken cancellationToken)
    {
        if (clock.GetElapsedTime(_lastBeat) >= BeatInterval)
        {
            await BeatAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }

    private async Task<bool> TryLockAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(RelaySql.TryLock, _connection);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private async Task<bool> BeatAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(RelaySql.Beat, _connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = Holder } } };
        await command.ExecuteNonQueryAsync(cancellationToken);
        _lastBeat = clock.GetTimestamp();
        return true;
    }
}
