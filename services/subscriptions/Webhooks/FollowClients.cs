using Cnaim.Data.Migrations;
using Cnaim.Messaging;
using Cnaim.Subscriptions.Queues;
using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Cnaim.Subscriptions.Webhooks;

/// <summary>Ends the endpoints of a client that has ended: whoever had its key may have registered an address of his own. Queues are looked after by <see cref="KeepQueues"/>.</summary>
internal sealed partial class FollowClients(NpgsqlDataSource database, IServiceScopeFactory scopes, DatabaseStart start, QueueGrants grants, IOptions<QueueOptions> options, TimeProvider clock, ILogger<FollowClients> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.LookSeconds), clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, error.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var told = (await connection.QueryAsync<string>(new CommandDefinition(EndpointSql.Told, cancellationToken: cancellationToken))).AsList();
        if (told.Count > 0 && await grants.EndedAsync(told, cancellationToken) is { Count: > 0 } ended)
        {
            await EndAsync(ended, cancellationToken);
        }
    }

    private async Task EndAsync(IReadOnlyList<string> clients, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var transaction = scope.ServiceProvider.GetRequiredService<OfficeTransaction>();
        await transaction.BeginAsync(cancellationToken);
        foreach (var id in await transaction.Connection.QueryAsync<Guid>(transaction.Command(EndpointSql.End, new { clients }, cancellationToken)))
        {
            transaction.Audit(EndpointAudit.Entry("endpoint.disabled", id, actor: null, "client"));
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 7209, Level = LogLevel.Warning, Message = "Identity could not say which clients have ended and is asked again: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
