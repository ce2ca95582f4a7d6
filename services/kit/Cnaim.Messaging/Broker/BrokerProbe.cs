using Cnaim.Messaging.Topology;
using RabbitMQ.Client;

namespace Cnaim.Messaging.Broker;

/// <summary>Looks at the broker through a connection of its own, because MassTransit's health stays green without consumers.</summary>
internal sealed class BrokerProbe(MessagingOptions options, MessagingService service, TopologyManifest manifest) : IAsyncDisposable
{
    private IConnection? _connection;

    /// <summary>Passively declares what this service uses; throws when something is missing.</summary>
    /// <returns>Consumers on the service's own queue, and messages in its error and skipped queues.</returns>
    public async Task<(uint Consumers, uint Failed)> LookAsync(CancellationToken cancellationToken)
    {
        if (_connection is not { IsOpen: true })
        {
            await DisposeAsync();
            _connection = await ConnectAsync(cancellationToken);
        }

        await using var channel = await _connection.CreateChannelAsync(cancellationToken: cancellationToken);
        await channel.ExchangeDeclarePassiveAsync(manifest.CommandsExchange, cancellationToken);
        await channel.ExchangeDeclarePassiveAsync(manifest.EventsExchange, cancellationToken);
        var own = await channel.QueueDeclarePassiveAsync(service.Code, cancellationToken);
        var error = await channel.QueueDeclarePassiveAsync(service.ErrorQueue, cancellationToken);
        var skipped = await channel.QueueDeclarePassiveAsync(service.SkippedQueue, cancellationToken);
        await channel.QueueDeclarePassiveAsync(service.DeadQueue, cancellationToken);
        await channel.QueueDeclarePassiveAsync(service.PingQueue, cancellationToken);
        return (own.ConsumerCount, error.MessageCount + skipped.MessageCount);
    }

    /// <summary>How many messages wait in the service's own queue.</summary>
    public async Task<long> CountWaitingAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        return (await channel.QueueDeclarePassiveAsync(service.Code, cancellationToken)).MessageCount;
    }

    /// <summary>Whether a fresh connection works: the broker is there, so a bus that stays unhealthy is this process's own fault.</summary>
    public async Task<bool> CanConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await ConnectAsync(cancellationToken);
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            return channel.IsOpen;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }

    public Task<IConnection> ConnectAsync(CancellationToken cancellationToken) => new ConnectionFactory
    {
        Uri = options.BrokerUrl,
        VirtualHost = options.VirtualHost,
        AutomaticRecoveryEnabled = false,
        RequestedConnectionTimeout = TimeSpan.FromSeconds(3),
        ContinuationTimeout = TimeSpan.FromSeconds(3),
        RequestedHeartbeat = TimeSpan.FromSeconds(10),
        ClientProvidedName = $"{service.Code} probe",
    }.CreateConnectionAsync(cancellationToken);
}
