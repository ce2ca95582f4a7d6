using System.Data.Common;
using Dapper;
using Npgsql;

namespace Cnaim.Identity.RightsFeed;

/// <summary>Whose rights changed, for the gateway: it waits here and is answered at once, or after a few seconds with nothing.</summary>
internal sealed class RightsChanges(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);
    private volatile TaskCompletionSource _signal = New();

    public static Task AddAsync(DbTransaction transaction, string subject, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(RightsSql.Add, new { subject }, transaction, cancellationToken: cancellationToken));

    /// <summary>Wakes who waits; call it after the commit.</summary>
    public void Signal() => Interlocked.Exchange(ref _signal, New()).TrySetResult();

    /// <summary>What changed after a number; null asks for the number alone.</summary>
    public async Task<RightsChangeList> ReadAsync(long? after, CancellationToken cancellationToken)
    {
        var signal = _signal; // taken before the look, so that no change falls between
        var list = await LookAsync(after, cancellationToken);
        if (after is null || list.Subjects.Count > 0)
        {
            return list;
        }

        // Another replica's change is no signal here; the second look finds it.
        await Task.WhenAny(signal.Task, Task.Delay(Longest, clock, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        return await LookAsync(after, cancellationToken);
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task<RightsChangeList> LookAsync(long? after, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (after is null)
        {
            return new RightsChangeList(await connection.ExecuteScalarAsync<long>(new CommandDefinition(RightsSql.Last, cancellationToken: cancellationToken)), []);
        }

        var rows = (await connection.QueryAsync<RightsChangeRow>(new CommandDefinition(RightsSql.After, new { after }, cancellationToken: cancellationToken))).AsList();
        return new RightsChangeList(rows.Count > 0 ? rows[^1].Number : after.Value, [.. rows.Select(row => row.Subject).Distinct(StringComparer.Ordinal)]);
    }

    private sealed record RightsChangeRow
    {
        public required long Number { get; init; }

        public required string Subject { get; init; }
    }
}
