using System.Net.Mime;
using MassTransit;
using MassTransit.Serialization;

namespace Cnaim.Messaging.Relay;

/// <summary>Hands MassTransit the finished envelope.</summary>
internal sealed class StoredMessageSerializer : IMessageSerializer
{
    public static readonly StoredMessageSerializer Instance = new();

    public ContentType ContentType => SystemTextJsonMessageSerializer.JsonContentType;

    public MessageBody GetMessageBody<T>(SendContext<T> context)
        where T : class => context.Message is StoredMessage stored
        ? new BytesMessageBody(stored.Envelope)
        : throw new NotSupportedException("Only the relay sends.");
}
