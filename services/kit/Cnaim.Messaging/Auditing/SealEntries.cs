using System.Security.Cryptography;
using Npgsql;

namespace Cnaim.Messaging.Auditing;

/// <summary>Chains committed entries that have no seal yet: one transaction under a lock that another replica's sealer does not wait for.</summary>
internal sealed class SealEntries(SealDatabase database, SealFloor floor, MessagingService service)
{
    public const int AtMost = 2000;
    private long _lastSeal;

    /// <summary>Seals what it finds.</summary>
    /// <returns>How many; at <see cref="AtMost"/> there may be more.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var look = await LookAsync(connection, transaction, cancellationToken);
        if (!look.IsMine)
        {
            return 0;
        }

        if (look.LastSeal < _lastSeal)
        {
            floor.Reset();
            _lastSeal = look.LastSeal;
            return AtMost;
        }

        _lastSeal = look.LastSeal + look.Rows.Count;
        if (look.Rows.Count > 0)
        {
            await InsertAsync(connection, transaction, look, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        if (look.Rows.Count < AtMost)
        {
            floor.Saw(Math.Max(look.Highest, floor.Value), look.OldestRunning, look.NextTransaction);
        }

        return look.Rows.Count;
    }

    private async Task<Look> LookAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(AuditSql.TryLock),
                new NpgsqlBatchCommand(AuditSql.Last),
                new NpgsqlBatchCommand(AuditSql.Horizon),
                new NpgsqlBatchCommand(AuditSql.Highest),
                new NpgsqlBatchCommand(AuditSql.Unsealed) { Parameters = { new NpgsqlParameter<long> { TypedValue = floor.Value }, new NpgsqlParameter<int> { TypedValue = AtMost } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var look = new Look { IsMine = reader.GetBoolean(0), Head = AuditChain.Origin(service.Code) };
        await reader.NextResultAsync(cancellationToken);
        if (await reader.ReadAsync(cancellationToken))
        {
            (look.LastSeal, look.Head) = (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
        }

        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        (look.OldestRunning, look.NextTransaction, look.Time) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetDateTime(2));
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        look.Highest = reader.GetInt64(0);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            look.Rows.Add(AuditReader.Read(reader, 0));
        }

        return look;
    }

    private static async Task InsertAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Look look, CancellationToken cancellationToken)
    {
        var count = look.Rows.Count;
        var (numbers, entries, salts, details, heads) = (new long[count], new long[count], new Guid?[count], new byte[]?[count], new byte[count][]);
        var records = new byte[]?[count];
        var head = look.Head;
        for (var index = 0; index < count; index++)
        {
            var row = look.Rows[index];
            Guid? salt = row.Detail is null && !AuditChain.HidesRecord(row) ? null : new Guid(RandomNumberGenerator.GetBytes(16));
            var detail = salt is { } grain ? AuditChain.DetailDigest(row.Detail, grain) : null;
            records[index] = AuditChain.RecordDigest(row, salt ?? Guid.Empty);
            head = AuditChain.Head(head, row, detail, records[index], look.Time);
            (numbers[index], entries[index], salts[index], details[index], heads[index]) = (look.LastSeal + index + 1, row.EntryId, salt, detail, head);
        }

        await using var command = new NpgsqlCommand(AuditSql.Insert, connection, transaction)
        {
            Parameters =
            {
                new NpgsqlParameter { Value = numbers },
                new NpgsqlParameter { Value = entries },
                new NpgsqlParameter { Value = salts },
                new NpgsqlParameter { Value = details },
                new NpgsqlParameter { Value = heads },
                new NpgsqlParameter { Value = look.Time },
                new NpgsqlParameter { Value = records },
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed class Look
    {
        public bool IsMine { get; init; }

        public long LastSeal { get; set; }

        public required byte[] Head { get; set; }

        public long OldestRunning { get; set; }

        public long NextTransaction { get; set; }

        public DateTime Time { get; set; }

        public long Highest { get; set; }

        public List<AuditRow> Rows { get; } = [];
    }
}
