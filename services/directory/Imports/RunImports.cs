using Cnaim.Data.Migrations;
using Cnaim.Directory.FocalPoints;
using Cnaim.ServiceDefaults.Tables;
using Npgsql;

namespace Cnaim.Directory.Imports;

/// <summary>Reads files that were sent, one at a time: every row is looked at before one is written, and all are written or none.</summary>
internal sealed partial class RunImports(ImportStore imports, DatabaseStart start, TimeProvider clock, ILogger<RunImports> logger) : BackgroundService
{
    private const int Step = 5000;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                while (await imports.LeaseAsync(stoppingToken) is { } import)
                {
                    await RunAsync(import, stoppingToken);
                }
            }
            catch (NpgsqlException error)
            {
                Log.Failed(logger, error.SqlState ?? error.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RunAsync(ImportRow import, CancellationToken cancellationToken)
    {
        var (rows, errors, total) = await ReadAsync(import, cancellationToken);
        if (errors.Count == 0)
        {
            errors = [.. await imports.CheckAsync(import, rows, cancellationToken)];
        }

        if (errors.Count > 0 || import.IsDryRun)
        {
            await imports.FinishAsync(import, total, [.. errors.OrderBy(error => error.Line).Take(FocalPointTable.MostErrors)], cancellationToken);
        }
        else if (!await imports.WriteAsync(import, rows, cancellationToken))
        {
            await imports.FinishAsync(import, total, [new ImportError(0, null, "Somebody else has taken some of these days meanwhile; look again with a dry run.")], cancellationToken);
        }
    }

    private async Task<(List<(int Line, NewFocalPoint Point)> Rows, List<ImportError> Errors, int Total)> ReadAsync(ImportRow import, CancellationToken cancellationToken)
    {
        if (!TryParse(import.Content!, out var table, out var broken))
        {
            return ([], [new ImportError(0, null, broken)], 0);
        }

        var (order, wrong) = FocalPointTable.Head(table.FirstOrDefault());
        var total = Math.Max(table.Count - 1, 0);
        var (rows, errors) = (new List<(int, NewFocalPoint)>(total), new List<ImportError>());
        wrong ??= total > FocalPointTable.MostRows ? new ImportError(table[FocalPointTable.MostRows + 1].Line, null, "A file has at most 100 000 rows.") : null;
        if (wrong is not null)
        {
            return ([], [wrong], total);
        }

        for (var index = 0; index < total && errors.Count < FocalPointTable.MostErrors; index++)
        {
            var (point, error) = FocalPointTable.Read(table[index + 1], order, import.OnlyCentre);
            if (error is not null)
            {
                errors.Add(error);
            }
            else
            {
                rows.Add((table[index + 1].Line, point!));
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

    private static partial class Log
    {
        [LoggerMessage(EventId = 7311, Level = LogLevel.Warning, Message = "A file could not be read into the directory and is tried again: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
