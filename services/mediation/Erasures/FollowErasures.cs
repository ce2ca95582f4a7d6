using System.Globalization;
using Cnaim.Data.Migrations;
using Cnaim.Messaging;
using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Cnaim.Mediation.Erasures;

/// <summary>Asks the directory now and then what the offices have erased whose persons stand in bookings, and forgets the same. With no such booking it asks nothing.</summary>
internal sealed partial class FollowErasures(
    IServiceScopeFactory scopes, NpgsqlDataSource database, IHttpClientFactory clients, DatabaseStart start, IOptions<ErasureOptions> options, TimeProvider clock, ILogger<FollowErasures> logger)
    : BackgroundService
{
    public const string HttpClientName = "erasures";

    // Offices give their erasures to the directory some minutes later: what is older than that is read twice rather than missed.
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                Log.Failed(logger, error.GetType().Name);
            }

            await Task.Delay(TimeSpan.FromSeconds(options.Value.FollowSeconds), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        foreach (var (office, since) in await OfficesAsync(cancellationToken))
        {
            await FollowAsync(office, since, cancellationToken);
        }
    }

    private async Task<List<(string Office, DateTimeOffset? Since)>> OfficesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return [.. (await connection.QueryAsync<OfficeRow>(new CommandDefinition(ErasureSql.Offices, cancellationToken: cancellationToken))).Select(row => (row.Office, row.Since))];
    }

    private async Task FollowAsync(string office, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(HttpClientName);
        var from = (since ?? DateTimeOffset.UnixEpoch.Add(Overlap)) - Overlap;
        var address = $"/v1/erasures/services/{office}?since={Uri.EscapeDataString(from.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))}";
        var kept = await client.GetFromJsonAsync<List<KeptErasure>>(new Uri(address, UriKind.Relative), cancellationToken) ?? [];
        foreach (var erasure in kept)
        {
            await ForgetAsync(office, erasure, cancellationToken);
        }
    }

    private async Task ForgetAsync(string office, KeptErasure erasure, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var transaction = scope.ServiceProvider.GetRequiredService<OfficeTransaction>();
        var forget = scope.ServiceProvider.GetRequiredService<ForgetReferences>();
        // An id of its own: the order's is for its office, screening and the directory.
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var forgotten = await forget.RunAsync(id, office, [.. erasure.Digests.Select(Convert.FromHexString)], cancellationToken);
        await transaction.Connection.ExecuteAsync(transaction.Command(ErasureSql.Followed, new { office, since = erasure.ErasedAt }, cancellationToken));
        if (forgotten > 0)
        {
            transaction.Audit(new AuditEntry { Action = "erasure.followed", RecordKind = "erasure", RecordId = id.ToString() });
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private sealed record OfficeRow
    {
        public string Office { get; init; } = "";

        public DateTimeOffset? Since { get; init; }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 6601, Level = LogLevel.Warning, Message = "What the offices have erased could not be read and is asked for again: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}

/// <summary>An erasure as the directory keeps it.</summary>
internal sealed record KeptErasure
{
    public DateTimeOffset ErasedAt { get; init; }

    public string[] Digests { get; init; } = [];
}
