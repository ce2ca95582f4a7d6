using Cnaim.Messaging.Faults;
using Cnaim.Messaging.Outbox;
using Dapper;
using Npgsql;

namespace Cnaim.Messaging.Relay;

/// <summary>Reads and settles the outbox on the lease's connection; nothing stays open between.</summary>
internal static class RelayStore
{
    public static async Task<List<OutboxRow>> ReadAsync(NpgsqlConnection connection, string[] paused, string? only, int limit, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(RelaySql.Read, connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = paused });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)only ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var parse = reader.GetRowParser<OutboxRow>();
        var rows = new List<OutboxRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(parse(reader));
        }

        return rows;
    }

    /// <summary>Deletes what was confirmed and marks what failed, in one round trip.</summary>
    public static async Task SettleAsync(NpgsqlConnection connection, List<(OutboxRow Row, PublishOutcome Outcome)> outcomes, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        var confirmed = outcomes.Where(pair => pair.Outcome == PublishOutcome.Confirmed).Select(pair => pair.Row.Id).ToArray();
        if (confirmed.Length > 0)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(RelaySql.Delete).With(confirmed));
        }

        foreach (var (row, outcome) in outcomes.Where(pair => pair.Outcome is PublishOutcome.Returned or PublishOutcome.Refused))
        {
            var isRefused = outcome == PublishOutcome.Refused;
            var delay = isRefused ? RetryTimes.AfterRefusal(row.Attempts, Random.Shared.NextDouble()) : RetryTimes.AfterReturn(row.Attempts);
            Fault.ShiftDelay(ref delay);
            batch.BatchCommands.Add(new NpgsqlBatchCommand(RelaySql.Failed)
                .With(row.Id)
                .With(delay)
                .With(isRefused && row.Attempts + 1 >= RetryTimes.AttemptsBeforeParked)
                .With(isRefused ? "refused" : "returned"));
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
