using Cnaim.Data.Migrations;
using Cnaim.Messaging;
using Cnaim.Subscriptions.Webhooks;
using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Cnaim.Subscriptions.Queues;

/// <summary>Compares agreements, clients and queues every few seconds: makes what was opened, takes away what is no longer agreed on or whose client has ended.</summary>
internal sealed partial class KeepQueues(
    NpgsqlDataSource database, IServiceScopeFactory scopes, DatabaseStart start, BrokerManagement broker, QueueGrants grants, QueueSignal signal, IOptions<QueueOptions> options, TimeProvider clock,
    ILogger<KeepQueues> logger) : BackgroundService
{
    private static readonly TimeSpan Straggling = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        while (broker.IsThere && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, error.GetType().Name);
            }

            await signal.WaitAsync(TimeSpan.FromSeconds(options.Value.LookSeconds), stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        // Not a transaction's lock: the broker and identity are asked while it is held.
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition(QueueSql.TakeTurn, cancellationToken: cancellationToken)))
        {
            return; // another replica compares
        }

        try
        {
            await CompareAllAsync(connection, cancellationToken);
        }
        finally
        {
            await connection.ExecuteAsync(QueueSql.EndTurn);
        }
    }

    private async Task CompareAllAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (today, recent) = (DateOnly.FromDateTime(now.UtcDateTime), now - Straggling);
        foreach (var queue in await connection.QueryAsync<KeptQueue>(new CommandDefinition(QueueSql.Kept, new { today, recent }, cancellationToken: cancellationToken)))
        {
            try
            {
                await CompareAsync(queue, cancellationToken);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                // One partner's trouble is not the next one's.
                Log.QueueFailed(logger, queue.EndpointId, error.GetType().Name);
            }
        }
    }

    private async Task CompareAsync(KeptQueue queue, CancellationToken cancellationToken)
    {
        var reason = queue.State is EndpointState.Disabled ? null : !queue.IsAgreed ? "agreement" : await grants.GrantAsync(queue.ClientId, cancellationToken) ? null : "client";
        if (reason is not null || queue.State is EndpointState.Disabled)
        {
            await RevokeAsync(queue, reason, cancellationToken);
            return;
        }

        if (queue.ResetAsked)
        {
            await broker.ResetAsync(queue.ClientId, cancellationToken);
            await SaveAsync(queue, QueueSql.WasReset, "queue.emptied", null, cancellationToken);
        }

        await broker.EnsureAsync(queue.ClientId, cancellationToken);
        if (queue.State is EndpointState.Pending)
        {
            await SaveAsync(queue, QueueSql.MadeReady, "queue.active", null, cancellationToken);
        }
    }

    // First nothing more goes in, then no more tokens, then what is there goes.
    private async Task RevokeAsync(KeptQueue queue, string? reason, CancellationToken cancellationToken)
    {
        if (reason is not null)
        {
            await SaveAsync(queue, QueueSql.Disable, "queue.disabled", reason, cancellationToken);
        }

        await grants.RevokeAsync(queue.ClientId, cancellationToken);
        await broker.RevokeAsync(queue.ClientId, cancellationToken);
        if (!queue.IsRevoked)
        {
            await SaveAsync(queue, QueueSql.Revoked, "queue.revoked", null, cancellationToken);
        }
    }

    private async Task SaveAsync(KeptQueue queue, string sql, string action, string? reason, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var transaction = scope.ServiceProvider.GetRequiredService<OfficeTransaction>();
        await transaction.BeginAsync(cancellationToken);
        await transaction.Connection.ExecuteAsync(transaction.Command(sql, new { id = queue.EndpointId, reason, now = clock.GetUtcNow() }, cancellationToken));
        transaction.Audit(EndpointAudit.Entry(action, queue.EndpointId, actor: null, reason));
        await transaction.CommitAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 7206, Level = LogLevel.Warning, Message = "Partners' queues could not be compared and are looked at again: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);

        [LoggerMessage(EventId = 7207, Level = LogLevel.Error, Message = "The queue {EndpointId} could not be made or removed and is looked at again: {Reason}")]
        public static partial void QueueFailed(ILogger logger, Guid endpointId, string reason);
    }
}
