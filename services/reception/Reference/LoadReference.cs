using System.Text.Json;
using Cnaim.Data.Migrations;
using Dapper;
using Npgsql;

namespace Cnaim.Reception.Reference;

/// <summary>Brings the reference data of this build into the database, once at each start.</summary>
internal sealed partial class LoadReference(DatabaseStart start, NpgsqlDataSource database, IConfiguration configuration, ILogger<LoadReference> logger) : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LoadAsync(stoppingToken);
                return;
            }
            catch (NpgsqlException error)
            {
                Log.Failed(logger, error.SqlState);
                await Task.Delay(RetryAfter, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var rows = ReceptionData.Embedded.Rows();
        if (configuration.GetValue<bool>("Reception:AlwaysOpen"))
        {
            rows = rows.OpenAlways();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var (sql, items) in new (string, object)[] { (ReferenceSql.LoadQueues, rows.Queues), (ReferenceSql.LoadDesks, rows.Desks), (ReferenceSql.LoadRooms, rows.Rooms) })
        {
            await connection.ExecuteAsync(new CommandDefinition(sql, new { rows = JsonSerializer.Serialize(items, JsonSerializerOptions.Web) }, cancellationToken: cancellationToken));
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4101, Level = LogLevel.Warning, Message = "The queues could not be loaded and are tried again in 5 s: {SqlState}")]
        public static partial void Failed(ILogger logger, string? sqlState);
    }
}
