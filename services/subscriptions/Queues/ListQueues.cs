using Dapper;
using Npgsql;

namespace Cnaim.Subscriptions.Queues;

/// <summary>All partners' queues, with what the broker says of them now.</summary>
internal sealed partial class ListQueues(NpgsqlDataSource database, BrokerManagement broker, ILogger<ListQueues> logger)
{
    private const int PageSize = 100;
    private const int MostCounted = 10_000;

    public async Task<Page<PartnerQueue>> RunAsync(string? after, CancellationToken cancellationToken)
    {
        var said = await SaidAsync(cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var command = new CommandDefinition(QueueSql.List, new { after, limit = PageSize + 1, most = MostCounted }, cancellationToken: cancellationToken);
        return Page<PartnerQueue>.Cut((await connection.QueryAsync<PartnerQueue>(command)).AsList(), PageSize, queue => said is null ? queue : With(queue, said), queue => queue.ClientId);
    }

    private static PartnerQueue With(PartnerQueue queue, BrokerCounts said) => queue with
    {
        Messages = said.Messages.GetValueOrDefault(queue.Name),
        Connections = said.Connections.GetValueOrDefault(queue.ClientId),
    };

    // What the database knows is shown also while the broker is silent.
    private async Task<BrokerCounts?> SaidAsync(CancellationToken cancellationToken)
    {
        try
        {
            return broker.IsThere ? await broker.CountAsync(cancellationToken) : null;
        }
        catch (Exception silent) when (silent is HttpRequestException || (silent is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.Silent(logger, silent.GetType().Name);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 7209, Level = LogLevel.Warning, Message = "The broker does not say what lies in partners' queues: {Reason}")]
        public static partial void Silent(ILogger logger, string reason);
    }
}
