using Cnaim.Directory.Capacities;
using Cnaim.ServiceDefaults.Tables;

namespace Cnaim.Directory.Imports;

/// <summary>A file of capacities: each row says how many places an office has from now on; offices without a row stay as they are.</summary>
internal sealed class CapacityImport(ImportStore imports, TimeProvider clock) : ImportKind<NewCapacity>("capacity", CapacityTable.Columns, imports)
{
    protected override (NewCapacity? Row, ImportError? Wrong) Read(CsvRow row, int[] order, string? onlyCentre) => CapacityTable.Read(row, order, onlyCentre);

    protected override async Task<IEnumerable<ImportError>> CheckAsync(IReadOnlyList<(int Line, NewCapacity Row)> rows, CancellationToken cancellationToken)
    {
        var unknown = await Imports.ReadAsync<int>(CapacitySql.UnknownOffices, Arrays(rows), cancellationToken);
        return unknown.Select(line => new ImportError(line, "office", DirectoryRefusals.FocalPointOffice.Detail)).Concat(CapacityTable.Doubles(rows));
    }

    protected override (string Sql, object Parameters) Insert(ImportRow import, IReadOnlyList<(int Line, NewCapacity Row)> rows) => (CapacitySql.Write, Arrays(rows, import));

    private object Arrays(IReadOnlyList<(int Line, NewCapacity Row)> rows, ImportRow? import = null) => new
    {
        lines = rows.Select(row => row.Line).ToArray(),
        centres = rows.Select(row => row.Row.Centre).ToArray(),
        offices = rows.Select(row => row.Row.Office).ToArray(),
        capacities = rows.Select(row => row.Row.Capacity).ToArray(),
        subject = import?.Subject,
        now = clock.GetUtcNow(),
        most = ImportStore.MostErrors,
    };
}
