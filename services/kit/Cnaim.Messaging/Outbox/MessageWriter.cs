using System.Diagnostics;
using System.Text.Json;
using Cnaim.Messaging.Contracts;
using Cnaim.Messaging.Topology;

namespace Cnaim.Messaging.Outbox;

/// <summary>Turns a record into a message that the manifest allows this service to send.</summary>
internal sealed class MessageWriter(MessagingService service, TopologyManifest manifest)
{
    private const int MaximumBytes = 65536;

    public OutgoingMessage Create<TMessage>(Guid streamId, Audience audience, TMessage message)
        where TMessage : class
    {
        ArgumentNullException.ThrowIfNull(message);
        var type = MessageType.Of(typeof(TMessage));
        if (!IsAllowed(type, audience))
        {
            throw new InvalidOperationException($"{service.Code} may not send {type.EventType} to {audience.Code}: deploy/rabbitmq/topology.yaml does not allow it.");
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(message, MessageJson.Options);
        return body.Length <= MaximumBytes
            ? new OutgoingMessage(Guid.CreateVersion7(), streamId, audience.Code, type, body, Activity.Current?.Id)
            : throw new InvalidOperationException($"{type.EventType} is {body.Length} bytes long; messages carry ids and codes, at most {MaximumBytes} bytes.");
    }

    private bool IsAllowed(MessageType type, Audience audience) => type.Command is { } command
        ? manifest.MaySend(service.Code, command, audience.Code)
        : audience == Audience.Network && manifest.MayPublish(service.Code, type.EventType);
}
