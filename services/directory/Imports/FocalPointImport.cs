using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cnaim.Directory.FocalPoints;
using Cnaim.ServiceDefaults.Tables;
using Npgsql;

namespace Cnaim.Directory.Imports;

/// <summary>A file of focal points: each row adds one.</summary>
internal sealed class FocalPointImport(ImportStore imports, TimeProvider clock) : ImportKind<NewFocalPoint>("focal-points", FocalPointTable.Columns, imports)
{
    protected override (NewFocalPoint? Row, ImportError? Wrong) Read(CsvRow row, int[] order, string? onlyCentre) => FocalPointTable.Read(row, order, onlyCentre);

    protected override async Task<IEnumerable<ImportError>> CheckAsync(IReadOnlyList<(int Line, NewFocalPoint Row)> rows, CancellationToken cancellationToken)
    {
        var unknown = await Imports.ReadAsync<int>(ImportSql.UnknownOffices, Arrays(rows), cancellationToken);
        var present = await Imports.ReadAsync<FocalPoint>(ImportSql.Present, new { centres = rows.Select(row => row.Row.Centre).Distinct(StringComparer.Ordinal).ToArray() }, cancellationToken);
        return unknown.Select(line => new ImportError(line, "office", DirectoryRefusals.FocalPointOffice.Detail)).Concat(FocalPointTable.Overlaps(rows, present));
    }

    protected override (string Sql, object Parameters) Insert(ImportRow import, IReadOnlyList<(int Line, NewFocalPoint Row)> rows) => (ImportSql.Insert, Arrays(rows, import));

    protected override bool IsTaken(PostgresException fault) => fault.ConstraintName is FocalPointSql.OneAtATime or FocalPointSql.OneRequest;

    private object Arrays(IReadOnlyList<(int Line, NewFocalPoint Row)> rows, ImportRow? import = null) => new
    {
        lines = rows.Select(row => row.Line).ToArray(),
        centres = rows.Select(row => row.Row.Centre).ToArray(),
        offices = rows.Select(row => row.Row.Office).ToArray(),
        holders = rows.Select(row => row.Row.Holder).ToArray(),
        froms = rows.Select(row => row.Row.ValidFrom).ToArray(),
        tos = rows.Select(row => row.Row.ValidTo).ToArray(),
        keys = rows.Select(row => Key(import, row.Line)).ToArray(),
        ids = rows.Select(_ => Guid.CreateVersion7(clock.GetUtcNow())).ToArray(),
        subject = import?.Subject,
        now = clock.GetUtcNow(),
        most = ImportStore.MostErrors,
    };

    private static string Key(ImportRow? import, int line) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{import?.ImportId}\n{line}"))));
}
