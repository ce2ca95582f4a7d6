using System.Text.Json;
using Cnaim.Messaging.Contracts;
using Cnaim.Messaging.Topology;
using MassTransit;
using Fault = Cnaim.Messaging.Faults.Fault;
using PublishException = RabbitMQ.Client.Exceptions.PublishException;

namespace Cnaim.Messaging.Relay;

/// <summary>The only place that sends: stored messages through MassTransit, mandatory, confirmed, with the verified sender.</summary>
internal sealed class MessagePublisher(IBus bus, MessagingService service, TopologyManifest manifest, MessageCatalog catalog)
    : IPipe<SendContext<StoredMessage>>, ISendObserver
{
    private ISendEndpoint? _commands;
    private ISendEndpoint? _events;
    private ISendEndpoint? _ping;

    public async Task StartAsync()
    {
        // Exchanges, never queue: MassTransit would declare the receiver's queue again with other arguments, and the send would hang.
        _commands ??= await bus.GetSendEndpoint(new Uri($"exchange:{manifest.CommandsExchange}?type=topic"));
        _events ??= await bus.GetSendEndpoint(new Uri($"exchange:{manifest.EventsExchange}?type=topic"));
        if (_ping is null)
        {
            _ping = await bus.GetSendEndpoint(new Uri($"exchange:{service.PingQueue}"));
            bus.ConnectSendObserver(this);
        }
    }

    public async Task<PublishOutcome> PublishAsync(OutboxRow row, CancellationTokenSource batch)
    {
        StoredMessage? message = null;
        try
        {
            message = Prepare(row, batch);
            await (row.Audience is Audience.All ? _events! : _commands!).Send(message, this, batch.Token);
            Fault.Hit("relay.after-publish");
            return PublishOutcome.Confirmed;
        }
        catch (Exception exception)
        {
            return Classify(message?.Fault ?? exception);
        }
    }

    /// <summary>Whether a control message to the service's own ping queue is confirmed: then broker and connection are well.</summary>
    public async Task<bool> PingAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            var row = new OutboxRow
            {
                Id = 0,
                Attempts = 0,
                MessageId = Guid.CreateVersion7(),
                EventDay = default,
                StreamId = Guid.Empty,
                Audience = service.Code,
                Version = 0,
                EventType = "ping",
                Body = [],
                CreatedAt = DateTimeOffset.UnixEpoch,
            };
            await _ping!.Send(new StoredMessage(row, "", "{}"u8.ToArray(), patience), this, patience.Token);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    public Task Send(SendContext<StoredMessage> context)
    {
        var (row, confirmsOff, mandatoryOff) = (context.Message.Row, false, false);
        Fault.Ask("confirms-off", ref confirmsOff);
        Fault.Ask("mandatory-off", ref mandatoryOff);
        var rabbit = (RabbitMqSendContext)context;
        context.Serializer = StoredMessageSerializer.Instance;
        context.MessageId = row.MessageId;
        rabbit.Mandatory = !mandatoryOff;
        rabbit.AwaitAck = !confirmsOff;
        rabbit.RoutingKey = context.Message.RoutingKey;
        rabbit.BasicProperties.UserId = service.Code;
        rabbit.BasicProperties.Headers = WireHeaders.Of(row, service.Code);
        if (row.Version == 0)
        {
            context.TimeToLive = TimeSpan.FromSeconds(1);
        }

        return Task.CompletedTask;
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("outbox");

    public Task PreSend<T>(SendContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PostSend<T>(SendContext<T> context)
        where T : class => Task.CompletedTask;

    public Task SendFault<T>(SendContext<T> context, Exception exception)
        where T : class
    {
        if (context.Message is StoredMessage message && Classify(exception) == PublishOutcome.ChannelLost)
        {
            message.Fail(exception);
        }

        return Task.CompletedTask;
    }

    private StoredMessage Prepare(OutboxRow row, CancellationTokenSource batch)
    {
        var eventType = row.EventType is StreamVoid.EventType ? StreamVoid.Replaced(row.Body) : row.EventType;
        var urn = row.EventType is StreamVoid.EventType ? StreamVoid.Urn : catalog.Find(row.EventType)?.Urn ?? throw new JsonException($"{row.EventType} is no message of the contracts.");
        return new StoredMessage(row, row.Audience is Audience.All ? eventType : row.Audience, EnvelopeWriter.Write(row, urn), batch);
    }

    private static PublishOutcome Classify(Exception exception) => exception switch
    {
        MessageReturnedException or PublishException { IsReturn: true } => PublishOutcome.Returned,
        PublishException => PublishOutcome.Nack,
        OperationCanceledException => PublishOutcome.TimedOut,
        System.Runtime.Serialization.SerializationException or JsonException => PublishOutcome.Refused,
        _ when exception.InnerException is { } inner => Classify(inner),
        _ => PublishOutcome.ChannelLost,
    };
}
