using System.Text.Json;
using Cnaim.Data.Migrations;

namespace Cnaim.Screening.Rules;

/// <summary>Loads the shipped rules into an empty table at start, and takes over versions that other replicas approved.</summary>
internal sealed partial class RulesWatch(RulesCatalogue catalogue, RulesStore store, DatabaseStart database, TimeProvider clock, ILogger<RulesWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!catalogue.IsLoaded)
                {
                    await store.InsertFirstAsync(await ShippedAsync(stoppingToken), clock.GetUtcNow(), stoppingToken);
                }

                await catalogue.RefreshAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.RefreshFailed(logger, failure.GetType().Name);
            }

            await Task.Delay(Interval, clock, stoppingToken);
        }
    }

    private static async Task<RuleDocuments> ShippedAsync(CancellationToken cancellationToken) => new()
    {
        Questions = await ReadAsync("questions.json", cancellationToken),
        Issues = await ReadAsync("issues.json", cancellationToken),
        Eligibility = await ReadAsync("eligibility.json", cancellationToken),
        Offices = await ReadAsync("offices.json", cancellationToken),
    };

    private static async Task<JsonElement> ReadAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(Path.Combine(ShippedFiles.Folder, "rules", file));
        using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
        return document.RootElement.Clone();
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 5101, Level = LogLevel.Warning, Message = "The rules could not be read: {Failure}")]
        public static partial void RefreshFailed(ILogger logger, string failure);
    }
}
