using System.Net;
using System.Net.Http.Json;
using Cnaim.Data.Migrations;
using Cnaim.Messaging.Erasure;
using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cnaim.Messaging.Auditing;

/// <summary>Gives the present head to the directory, which keeps it, so that a cut end and a chain written anew can be seen (ADR 0037). Every five minutes, when it has changed.</summary>
internal sealed partial class HeadKeeper(
    DatabaseStart start, NpgsqlDataSource database, IHttpClientFactory clients, IConfiguration configuration, SealState seals, TimeProvider clock, ILogger<HeadKeeper> logger, ErasureKeeper? erasures = null) : BackgroundService
{
    public const string HttpClientName = "audit-heads";
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(configuration.GetValue("Audit:KeepSeconds", 300));
    private long _kept;

    /// <summary>Gives the head now, when it has changed.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        var (sealNo, head) = await ReadAsync(cancellationToken);
        if (sealNo == _kept)
        {
            return;
        }

        using var client = clients.CreateClient(HttpClientName);
        using var answer = await client.PutAsJsonAsync(new Uri($"/v1/audit/heads/{sealNo}", UriKind.Relative), new { head }, cancellationToken);
        seals.IsBehind = answer.StatusCode is HttpStatusCode.Conflict;
        if (!seals.IsBehind)
        {
            answer.EnsureSuccessStatusCode();
            _kept = sealNo;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        // Services that start together do not call together.
        await Task.Delay(_interval * Random.Shared.NextDouble(), clock, stoppingToken);
        using var timer = new PeriodicTimer(_interval, clock);
        do
        {
            await TryAsync(KeepAsync, Log.NotKept, stoppingToken);
            if (erasures is not null)
            {
                await TryAsync(erasures.KeepAsync, Log.ErasureNotKept, stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryAsync(Func<CancellationToken, Task> keep, Action<ILogger, string> failed, CancellationToken stoppingToken)
    {
        try
        {
            await keep(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            failed(logger, exception.GetType().Name);
        }
    }

    private async Task<(long SealNo, string Head)> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<(long, string)>(new CommandDefinition(AuditSql.Present, cancellationToken: cancellationToken));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The audit head could not be given to the directory ({Reason}); trying again")]
        public static partial void NotKept(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Warning, "What was erased could not be given to the directory ({Reason}); trying again")]
        public static partial void ErasureNotKept(ILogger logger, string reason);
    }
}
