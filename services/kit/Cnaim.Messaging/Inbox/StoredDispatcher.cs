using Cnaim.Messaging.Outbox;
using MassTransit;
using MassTransit.Serialization;
using MassTransit.Transports;

namespace Cnaim.Messaging.Inbox;

/// <summary>Runs the consumer of a parked message, in the transaction of whoever unparks it.</summary>
internal sealed class StoredDispatcher(IReceiveEndpointDispatcherFactory factory, MessagingService service, InboxRules rules)
{
    private readonly Lazy<IReceiveEndpointDispatcher> _dispatcher = new(() => factory.CreateReceiver($"{service.Code}-parked"));

    public async Task DispatchAsync(StoredEnvelope envelope, WriteSession session, CancellationToken cancellationToken)
    {
        if (!rules.IsHandled(InboundMessage.Read(envelope.Headers)?.EventType))
        {
            return;
        }

        var headers = envelope.Headers.ToDictionary(pair => pair.Key, pair => (object)pair.Value, StringComparer.Ordinal);
        headers["Content-Type"] = SystemTextJsonMessageSerializer.JsonContentType.MediaType;
        await _dispatcher.Value.Dispatch(envelope.Body, headers, cancellationToken, new InboxWrite(session), new VerifiedSender(envelope.Sender));
        session.Seal();
    }
}
