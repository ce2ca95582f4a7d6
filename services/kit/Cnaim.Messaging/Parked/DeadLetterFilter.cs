using Cnaim.Data;
using Cnaim.Messaging.Inbox;
using Cnaim.Messaging.Outbox;
using MassTransit;

namespace Cnaim.Messaging.Parked;

/// <summary>Stores what the broker gave up delivering; the parked runner tries it again, and what has no readable headers goes to the error queue.</summary>
internal sealed class DeadLetterFilter(InboxStore store, WriteSessionFactory sessions, MessagingService service, FailedMessages failed, ParkedSignal signal, TimeProvider clock) : IFilter<ReceiveContext>
{
    private static readonly TimeSpan DatabaseRetry = TimeSpan.FromSeconds(5);

    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        var basic = context.GetPayload<RabbitMqBasicConsumeContext>();
        var headers = InboundMessage.Texts(basic.Properties.Headers);
        if (InboundMessage.Read(headers) is { } message && basic.Properties.IsUserIdPresent())
        {
            var envelope = new StoredEnvelope { Sender = basic.Properties.UserId!, Headers = headers, Body = context.GetBody() };
            await StoreAsync(message, envelope, context.CancellationToken);
            signal.Set();
            return;
        }

        await MovedMessages.MoveAsync(context, service.ErrorQueue, "dead-letter");
        await failed.RememberAsync(context, "error", "dead-letter");
    }

    private async Task StoreAsync(InboundMessage message, StoredEnvelope envelope, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await using var session = sessions.Create();
                session.Add(store.Park(message, ParkReason.DeadLetter, envelope));
                await session.CommitAsync(cancellationToken);
                return;
            }
            catch (Exception exception) when (exception.IsDatabaseAway())
            {
                await Task.Delay(DatabaseRetry, clock, cancellationToken);
            }
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("officeDeadLetter");
}
