using Cnaim.ServiceDefaults.Tables;
using Npgsql;

namespace Cnaim.Directory.Imports;

/// <inheritdoc/>
internal abstract class ImportKind<TRow>(string code, ImportColumns columns, ImportStore imports) : IImportKind
    where TRow : class
{
    private const int MostRows = 100_000;
    private const int Step = 5000;

    public string Code => code;

    protected ImportStore Imports => imports;

    public async Task RunAsync(ImportRow import, CancellationToken cancellationToken)
    {
        var (rows, errors, total) = await ReadAsync(import, cancellationToken);
        if (errors.Count == 0)
        {
            errors = [.. await CheckAsync(rows, cancellationToken)];
        }

        if (errors.Count > 0 || import.IsDryRun)
        {
            await imports.FinishAsync(import, total, [.. errors.OrderBy(error => error.Line).Take(ImportStore.MostErrors)], cancellationToken);
        }
        else if (!await imports.WriteAsync(import, rows, part => Insert(import, part), IsTaken, cancellationToken))
        {
            await imports.FinishAsync(import, total, [new ImportError(0, null, "Somebody else has taken some of these days meanwhile; look again with a dry run.")], cancellationToken);
        }
    }

    /// <summary>A row, or what is wrong with it by itself.</summary>
    protected abstract (TRow? Row, ImportError? Wrong) Read(CsvRow row, int[] order, string? onlyCentre);

    /// <summary>What is wrong with the rows beside each other and beside what is kept.</summary>
    protected abstract Task<IEnumerable<ImportError>> CheckAsync(IReadOnlyList<(int Line, TRow Row)> rows, CancellationToken cancellationToken);

    /// <summary>The statement that writes rows.</summary>
    protected abstract (string Sql, object Parameters) Insert(ImportRow import, IReadOnlyList<(int Line, TRow Row)> rows);

    /// <summary>True for the fault that tells that somebody wrote in between.</summary>
    protected virtual bool IsTaken(PostgresException fault) => false;

    private async Task<(List<(int Line, TRow Row)> Rows, List<ImportError> Errors, int Total)> ReadAsync(ImportRow import, CancellationToken cancellationToken)
    {
        if (!TryParse(import.Content!, out var table, out var broken))
        {
            return ([], [new ImportError(0, null, broken)], 0);
        }

        var (order, wrong) = columns.Head(table.FirstOrDefault());
        var total = Math.Max(table.Count - 1, 0);
        var (rows, errors) = (new List<(int, TRow)>(total), new List<ImportError>());
        wrong ??= total > MostRows ? new ImportError(table[MostRows + 1].Line, null, "A file has at most 100 000 rows.") : null;
        if (wrong is not null)
        {
            return ([], [wrong], total);
        }

        for (var index = 0; index < total && errors.Count < ImportStore.MostErrors; index++)
        {
            var (row, error) = Read(table[index + 1], order, import.OnlyCentre);
            if (error is not null)
            {
                errors.Add(error);
            }
            else
            {
                rows.Add((table[index + 1].Line, row!));
            }

            if (index % Step == 0)
            {
                await imports.ProgressAsync(import, total, index, cancellationToken);
            }
        }

        return (rows, errors, total);
    }

    private static bool TryParse(string text, out List<CsvRow> table, out string broken)
    {
        try
        {
            (table, broken) = ([.. Csv.Read(text)], "");
            return true;
        }
        catch (FormatException wrong)
        {
            (table, broken) = ([], wrong.Message);
            return false;
        }
    }
}
