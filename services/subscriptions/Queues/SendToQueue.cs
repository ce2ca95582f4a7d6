using Cnaim.Messaging.Topology;
using Cnaim.Subscriptions.Sending;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Cnaim.Subscriptions.Queues;

/// <summary>Puts one message into a partner's queue and waits until the broker has it; never inside a transaction.</summary>
internal sealed class SendToQueue(BrokerPlace place, TopologyManifest manifest, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly CreateChannelOptions Confirmed = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
    private readonly SemaphoreSlim _turn = new(1);
    private IConnection? _connection;
    private IChannel? _channel;

    /// <param name="message">What is sent.</param>
    /// <param name="number">Its place among what this queue was sent: the next of 1, 2, 3, the same again after a crash.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<WebhookAnswer> SendAsync(OutgoingWebhook message, long number, CancellationToken cancellationToken)
    {
        var (startedAt, started) = (clock.GetUtcNow(), clock.GetTimestamp());
        if (message.Body.Length >= SendWebhook.LargestBody)
        {
            return new WebhookAnswer { StartedAt = startedAt, Outcome = Outcome.TooLarge, Duration = TimeSpan.Zero };
        }

        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(Patience);
        string outcome;
        try
        {
            var channel = await ChannelAsync(timer.Token);
            await channel.BasicPublishAsync(manifest.PartnersExchange, message.Url.AbsolutePath, mandatory: true, Properties(message, number, startedAt), message.Body, timer.Token);
            outcome = Outcome.Delivered;
        }
        catch (PublishException refused)
        {
            // Returned: the queue is not there. Refused: it is full, and nobody reads it.
            outcome = refused.IsReturn ? Outcome.Unreachable : Outcome.Throttled;
        }
        catch (Exception error) when (error is RabbitMQClientException or IOException or OperationCanceledException or TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            outcome = error is OperationCanceledException ? Outcome.TimedOut : Outcome.Unreachable;
        }

        return new WebhookAnswer { StartedAt = startedAt, Outcome = outcome, Duration = clock.GetElapsedTime(started) };
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            await connection.DisposeAsync();
        }

        _turn.Dispose();
    }

    private BasicProperties Properties(OutgoingWebhook message, long number, DateTimeOffset at) => new()
    {
        // The broker checks it: a partner sees that the message is this service's.
        UserId = place.User,
        MessageId = message.WebhookId,
        ContentType = "application/cloudevents+json",
        ContentEncoding = "utf-8",
        DeliveryMode = DeliveryModes.Persistent,
        Timestamp = new AmqpTimestamp(at.ToUnixTimeSeconds()),
        Headers = new Dictionary<string, object?>(StringComparer.Ordinal) { ["cnaim-sequence"] = number, ["cnaim-audit-root"] = message.AuditRoot },
    };

    private async Task<IChannel> ChannelAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_connection is not { IsOpen: true })
            {
                await (_connection?.DisposeAsync() ?? ValueTask.CompletedTask);
                _connection = await place.Factory().CreateConnectionAsync(cancellationToken);
            }

            return _channel = _channel is { IsOpen: true } ? _channel : await _connection.CreateChannelAsync(Confirmed, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }
}
