using Cnaim.Messaging.Broker;
using Cnaim.Messaging.Inbox;
using Cnaim.Messaging.Relay;

namespace Cnaim.Messaging.Operator;

/// <summary>Finds one message in the service's error or skipped queue; all others stay, in order.</summary>
internal sealed class ErrorQueueReader(BrokerProbe probe)
{
    /// <summary>
    /// Takes every copy: a process that died between moving a message and acknowledging it has moved it again, and a copy left behind could be found by
    /// nobody any more.
    /// </summary>
    /// <param name="queue">Full name of the queue.</param>
    /// <param name="messageId">The message looked for.</param>
    /// <param name="settle">Stores it; its copies leave the queue when this returns.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> TakeAsync(string queue, Guid messageId, Func<StoredEnvelope, Task> settle, CancellationToken cancellationToken)
    {
        await using var connection = await probe.ConnectAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        StoredEnvelope? found = null;
        var copies = new List<ulong>();
        while (await channel.BasicGetAsync(queue, autoAck: false, cancellationToken) is { } message)
        {
            var headers = InboundMessage.Texts(message.BasicProperties.Headers);
            if (InboundMessage.Read(headers)?.MessageId == messageId)
            {
                found ??= new StoredEnvelope { Sender = headers.GetValueOrDefault(WireHeaders.Sender) ?? "", Headers = headers, Body = message.Body.ToArray() };
                copies.Add(message.DeliveryTag);
            }
        }

        if (found is not null)
        {
            await settle(found);
        }

        foreach (var copy in copies)
        {
            await channel.BasicAckAsync(copy, multiple: false, cancellationToken);
        }

        // Closing the channel gives everything else back.
        return found is not null;
    }

    /// <summary>Removes every message whose body says so, also one without readable headers; all others stay, in order.</summary>
    /// <returns>The ids that could be read of those it removed, or would remove.</returns>
    public async Task<IReadOnlyList<Guid>> RemoveWhereAsync(string queue, Func<byte[], bool> matches, bool isDryRun, CancellationToken cancellationToken)
    {
        await using var connection = await probe.ConnectAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var removed = new List<(ulong Tag, Guid Id)>();
        while (await channel.BasicGetAsync(queue, autoAck: false, cancellationToken) is { } message)
        {
            if (matches(message.Body.ToArray()))
            {
                removed.Add((message.DeliveryTag, InboundMessage.Read(InboundMessage.Texts(message.BasicProperties.Headers))?.MessageId ?? Guid.Empty));
            }
        }

        foreach (var (tag, _) in removed.Where(_ => !isDryRun))
        {
            await channel.BasicAckAsync(tag, multiple: false, cancellationToken);
        }

        return [.. removed.Select(message => message.Id)];
    }

    /// <summary>Removes the copies of a message that is kept elsewhere.</summary>
    public Task RemoveAsync(string queue, Guid messageId, CancellationToken cancellationToken) => TakeAsync(queue, messageId, _ => Task.CompletedTask, cancellationToken);
}
