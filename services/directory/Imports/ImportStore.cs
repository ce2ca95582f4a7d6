using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Cnaim.Directory.FocalPoints;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Dapper;
using Npgsql;

namespace Cnaim.Directory.Imports;

internal sealed class ImportStore(NpgsqlDataSource database, AuditTrail trail, TimeProvider clock)
{
    public const int MostErrors = 100;
    private const int Batch = 5000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<FocalPoint>> ExportAsync(string? onlyCentre, CancellationToken cancellationToken) => await ReadAsync<FocalPoint>(ImportSql.Export, new { onlyCentre }, cancellationToken);

    /// <summary>Keeps the file, or answers with what the same request has made before.</summary>
    public async Task<Decision<ImportRow>> AddAsync(NewImport file, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(Command(ImportSql.Tidy, new { before = now - Kept }, null, cancellationToken));
        var row = new { importId = Guid.CreateVersion7(now), file.Kind, file.RequestKey, file.IsDryRun, file.Content, file.OnlyCentre, actor.Subject, actor.Office, actor.Centre, actor.Role, now };
        await connection.ExecuteAsync(Command(ImportSql.Add, row, null, cancellationToken));
        var kept = await connection.QuerySingleAsync<ImportRow>(Command(ImportSql.OfRequest, new { file.RequestKey }, null, cancellationToken));
        return string.Equals(kept.Kind, file.Kind, StringComparison.Ordinal) ? kept : DirectoryRefusals.KeyReused;
    }

    public async Task<ImportRow?> FindAsync(string kind, Guid id, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<ImportRow>(Command(ImportSql.Find, new { id, kind, actor.Subject }, null, cancellationToken));
    }

    public async Task<ImportRow?> LeaseAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<ImportRow>(Command(ImportSql.Lease, null, null, cancellationToken));
    }

    public async Task ProgressAsync(ImportRow import, int total, int done, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(Command(ImportSql.Progress, new { import.ImportId, total, done }, null, cancellationToken));
    }

    public async Task FinishAsync(ImportRow import, int total, IReadOnlyList<ImportError> errors, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await FinishAsync(connection, null, import, total, errors, cancellationToken);
    }

    /// <summary>What a kind of file compares its rows with.</summary>
    public async Task<IReadOnlyList<TFound>> ReadAsync<TFound>(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<TFound>(Command(sql, parameters, null, cancellationToken))];
    }

    /// <summary>Writes all rows in one transaction, with the audit entry and the end of the import; false when somebody has taken a place meanwhile.</summary>
    public async Task<bool> WriteAsync<TRow>(
        ImportRow import, IReadOnlyList<TRow> rows, Func<IReadOnlyList<TRow>, (string Sql, object Parameters)> insert, Func<PostgresException, bool> isTaken, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            for (var done = 0; done < rows.Count; done += Batch)
            {
                var (sql, parameters) = insert([.. rows.Skip(done).Take(Batch)]);
                await connection.ExecuteAsync(Command(sql, parameters, transaction, cancellationToken));
                await ProgressAsync(import, rows.Count, done, cancellationToken);
            }
        }
        catch (PostgresException twin) when (isTaken(twin))
        {
            return false;
        }

        await FinishAsync(connection, transaction, import, rows.Count, [], cancellationToken);
        await AuditTrail.AddAsync(transaction, Entry(import, rows.Count), cancellationToken);
        await trail.CommitAsync(transaction, cancellationToken);
        return true;
    }

    private Task<int> FinishAsync(NpgsqlConnection connection, DbTransaction? transaction, ImportRow import, int total, IReadOnlyList<ImportError> errors, CancellationToken cancellationToken) => connection.ExecuteAsync(Command(
        ImportSql.Finish,
        new { import.ImportId, state = errors.Count == 0 ? "done" : "refused", total, done = errors.Count == 0 ? total : 0, errors = JsonSerializer.Serialize(errors, JsonSerializerOptions.Web), now = clock.GetUtcNow() },
        transaction,
        cancellationToken));

    private static AuditEntry Entry(ImportRow import, int rows) => new()
    {
        Action = import.Kind + ".imported",
        RecordKind = "import",
        RecordId = import.ImportId.ToString(),
        Actor = import.Actor,
        Detail = new Dictionary<string, string?>(StringComparer.Ordinal) { ["rows"] = rows.ToString(CultureInfo.InvariantCulture) },
    };

    private static CommandDefinition Command(string sql, object? parameters, DbTransaction? transaction, CancellationToken cancellationToken) =>
        new(sql, parameters, transaction, cancellationToken: cancellationToken);
}
