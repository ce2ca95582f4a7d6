using Cnaim.Messaging.Outbox;
using MassTransit;
using MassTransit.Serialization;
using MassTransit.Transports;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Messaging.Inbox;

/// <summary>Runs the consumer of a parked message, in the transaction of whoever unparks it.</summary>
internal sealed class StoredDispatcher(IServiceProvider services, MessagingService service, InboxRules rules)
{
    // Asked for at the first use: the bus itself is built with the inbox, which has this.
    private readonly Lazy<IReceiveEndpointDispatcher> _dispatcher =
        new(() => services.GetRequiredService<IReceiveEndpointDispatcherFactory>().CreateReceiver($"{service.Code}-parked"));

    public async Task DispatchAsync(StoredEnvelope envelope, WriteSession session, CancellationToken cancellationToken)
    {
        var verdict = envelope.Judge(InboundMessage.Read(envelope.Headers) ?? throw new UnreadableMessageException(), rules);
        if (verdict.Kind != VerdictKind.Handle)
        {
            // An event that nobody here handles only advances its stream; anything else must wait for the operator.
            _ = verdict.Kind == VerdictKind.Advance ? verdict : throw new NotSupportedException($"A stored message is not acceptable: {verdict.ParkReason ?? "unknown-type"}.");
            return;
        }

        var headers = envelope.Headers.ToDictionary(pair => pair.Key, pair => (object)pair.Value, StringComparer.Ordinal);
        headers["Content-Type"] = SystemTextJsonMessageSerializer.JsonContentType.MediaType;
        await _dispatcher.Value.Dispatch(envelope.Body, headers, cancellationToken, new InboxWrite(session), new VerifiedSender(envelope.Sender));
        session.Seal();
    }
}
