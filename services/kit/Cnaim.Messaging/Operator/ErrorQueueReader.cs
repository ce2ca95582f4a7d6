using Cnaim.Messaging.Broker;
using Cnaim.Messaging.Inbox;
using Cnaim.Messaging.Relay;

namespace Cnaim.Messaging.Operator;

/// <summary>Finds one message in the service's error or skipped queue; all others stay, in order.</summary>
internal sealed class ErrorQueueReader(BrokerProbe probe)
{
    /// <param name="queue">Full name of the queue.</param>
    /// <param name="messageId">The message looked for.</param>
    /// <param name="settle">Stores it; the message leaves the queue when this returns.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> TakeAsync(string queue, Guid messageId, Func<StoredEnvelope, Task> settle, CancellationToken cancellationToken)
    {
        await using var connection = await probe.ConnectAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        while (await channel.BasicGetAsync(queue, autoAck: false, cancellationToken) is { } message)
        {
            var headers = InboundMessage.Texts(message.BasicProperties.Headers);
            if (InboundMessage.Read(headers)?.MessageId == messageId)
            {
                await settle(new StoredEnvelope { Sender = headers.GetValueOrDefault(WireHeaders.Sender) ?? "", Headers = headers, Body = message.Body.ToArray() });
                await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
                return true;
            }
        }

        // Closing the channel gives everything else back.
        return false;
    }
}
