using System.Data;
using Cnaim.Messaging.Auditing;
using Npgsql;

namespace Cnaim.Messaging;

/// <summary>Computes a service's whole audit chain again and compares it with the heads that another service has kept. Reads only; the service may run.</summary>
public static class AuditVerifier
{
    private const int ReportEvery = 5000;

    /// <summary>Verifies one service.</summary>
    /// <param name="service">Its code: the chain begins with it.</param>
    /// <param name="connectionString">A role that may read <c>audit_entry</c> and <c>audit_seal</c>.</param>
    /// <param name="kept">The heads that were kept elsewhere; without them a cut end, an old backup and a chain written anew cannot be seen.</param>
    /// <param name="progress">Told how many seals of how many are done; null for nobody.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<AuditReport> VerifyAsync(
        string service, string connectionString, IReadOnlyList<KeptHead> kept, IProgress<(long Done, long Total)>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kept);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0, Options = "-c timezone=UTC" }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        // One moment for all looks, while the service goes on writing.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var total = (long)(await ScalarAsync(connection, AuditSql.Count, cancellationToken))!;
        var neverSealed = (long?)await ScalarAsync(connection, AuditSql.NeverSealed, cancellationToken);
        var check = new ChainCheck(service, kept);
        await NameErasedAsync(connection, check, cancellationToken);
        await using var command = new NpgsqlCommand(AuditSql.Chain, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        for (var done = 1L; await reader.ReadAsync(cancellationToken); done++)
        {
            check.Take(Read(reader));
            if (done % ReportEvery == 0)
            {
                progress?.Report((done, total));
            }
        }

        progress?.Report((total, total));
        return check.Finish(neverSealed);
    }

    private static async Task NameErasedAsync(NpgsqlConnection connection, ChainCheck check, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(AuditSql.ErasedUnsealed, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            check.NameErased(reader.IsDBNull(0) ? null : reader.GetString(0));
        }
    }

    private static SealedRow Read(NpgsqlDataReader reader) => new()
    {
        SealNo = reader.GetInt64(0),
        EntryId = reader.GetInt64(1),
        Salt = reader.IsDBNull(2) ? null : reader.GetGuid(2),
        DetailDigest = reader.IsDBNull(3) ? null : reader.GetFieldValue<byte[]>(3),
        Head = reader.GetFieldValue<byte[]>(4),
        SealedAt = reader.GetDateTime(5),
        RecordDigest = reader.IsDBNull(6) ? null : reader.GetFieldValue<byte[]>(6),
        Entry = reader.IsDBNull(7) ? null : AuditReader.Read(reader, 7),
    };

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
