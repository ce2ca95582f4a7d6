using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cnaim.Directory.FocalPoints;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Dapper;
using Npgsql;

namespace Cnaim.Directory.Imports;

internal sealed class ImportStore(NpgsqlDataSource database, AuditTrail trail, TimeProvider clock)
{
    private const int Batch = 5000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<FocalPoint>> ExportAsync(string? onlyCentre, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<FocalPoint>(Command(ImportSql.Export, new { onlyCentre }, null, cancellationToken))];
    }

    /// <summary>Keeps the file, or answers with what the same request has made before.</summary>
    public async Task<ImportRow> AddAsync(string content, bool isDryRun, string? onlyCentre, string requestKey, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(Command(ImportSql.Tidy, new { before = now - Kept }, null, cancellationToken));
        var row = new { importId = Guid.CreateVersion7(now), requestKey, isDryRun, content, onlyCentre, actor.Subject, actor.Office, actor.Centre, actor.Role, now };
        await connection.ExecuteAsync(Command(ImportSql.Add, row, null, cancellationToken));
        return await connection.QuerySingleAsync<ImportRow>(Command(ImportSql.OfRequest, new { requestKey }, null, cancellationToken));
    }

    public async Task<ImportRow?> FindAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<ImportRow>(Command(ImportSql.Find, new { id, actor.Subject }, null, cancellationToken));
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

    /// <summary>What the rows have against what is kept already.</summary>
    public async Task<IReadOnlyList<ImportError>> CheckAsync(ImportRow import, IReadOnlyList<(int Line, NewFocalPoint Point)> rows, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var parameters = Arrays(import, rows);
        var unknown = await connection.QueryAsync<int>(Command(ImportSql.UnknownOffices, parameters, null, cancellationToken));
        var present = await connection.QueryAsync<FocalPoint>(Command(ImportSql.Present, new { centres = rows.Select(row => row.Point.Centre).Distinct(StringComparer.Ordinal).ToArray() }, null, cancellationToken));
        return
        [
            .. unknown.Select(line => new ImportError(line, "office", DirectoryRefusals.FocalPointOffice.Detail)),
            .. FocalPointTable.Overlaps(rows, present),
        ];
    }

    /// <summary>Writes all rows in one transaction, with the audit entry and the end of the import; false when somebody has taken a day meanwhile.</summary>
    public async Task<bool> WriteAsync(ImportRow import, IReadOnlyList<(int Line, NewFocalPoint Point)> rows, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            for (var done = 0; done < rows.Count; done += Batch)
            {
                await connection.ExecuteAsync(Command(ImportSql.Insert, Arrays(import, [.. rows.Skip(done).Take(Batch)]), transaction, cancellationToken));
                await ProgressAsync(import, rows.Count, done, cancellationToken);
            }
        }
        catch (PostgresException twin) when (twin.ConstraintName is FocalPointSql.OneAtATime or FocalPointSql.OneRequest)
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

    private object Arrays(ImportRow import, IReadOnlyList<(int Line, NewFocalPoint Point)> rows) => new
    {
        lines = rows.Select(row => row.Line).ToArray(),
        centres = rows.Select(row => row.Point.Centre).ToArray(),
        offices = rows.Select(row => row.Point.Office).ToArray(),
        holders = rows.Select(row => row.Point.Holder).ToArray(),
        froms = rows.Select(row => row.Point.ValidFrom).ToArray(),
        tos = rows.Select(row => row.Point.ValidTo).ToArray(),
        keys = rows.Select(row => Key(import, row.Line)).ToArray(),
        ids = rows.Select(_ => Guid.CreateVersion7(clock.GetUtcNow())).ToArray(),
        subject = import.Subject,
        now = clock.GetUtcNow(),
        most = FocalPointTable.MostErrors,
    };

    private static string Key(ImportRow import, int line) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{import.ImportId}\n{line}"))));

    private static AuditEntry Entry(ImportRow import, int rows) => new()
    {
        Action = "focal-points.imported",
        RecordKind = "import",
        RecordId = import.ImportId.ToString(),
        Actor = import.Actor,
        Detail = new Dictionary<string, string?>(StringComparer.Ordinal) { ["rows"] = rows.ToString(CultureInfo.InvariantCulture) },
    };

    private static CommandDefinition Command(string sql, object? parameters, DbTransaction? transaction, CancellationToken cancellationToken) =>
        new(sql, parameters, transaction, cancellationToken: cancellationToken);
}
