using System.Globalization;
using Cnaim.Messaging.Contracts;
using MassTransit;
using MassTransit.Context;
using RabbitMQ.Client;

namespace Cnaim.Messaging.Inbox;

/// <summary>Stands before every consumer of a service: judges the message, hands it to its lane, and returns when its transaction has committed.</summary>
internal sealed class InboxFilter(InboxRules rules, InboxLanes lanes, TimeProvider clock) : IFilter<ConsumeContext>
{
    // At the third delivery the message may be what kills the process: it is stored, not run.
    private const int DeliveriesBeforeParked = 3;

    private static readonly TimeSpan[] RetryIntervals = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];

    public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        var basic = context.ReceiveContext.GetPayload<RabbitMqBasicConsumeContext>();
        var headers = InboundMessage.Texts(basic.Properties.Headers);
        var message = InboundMessage.Read(headers) ?? throw new UnreadableMessageException();
        var sender = basic.Properties.IsUserIdPresent() ? basic.Properties.UserId : null;
        var verdict = Judge(context, message, sender, basic.Properties);
        if (verdict.Kind == VerdictKind.Skip)
        {
            return; // MassTransit moves what nobody consumed to <service>_skipped.
        }

        var envelope = new StoredEnvelope { Sender = sender ?? "", Headers = headers, Body = context.ReceiveContext.GetBody() };
        if (!await ApplyAsync(() => new Delivery(message, verdict, sender ?? "", envelope, context, next), context.CancellationToken))
        {
            var applied = new MessageConsumeContext<InboundMessage>(context, message);
            await context.ReceiveContext.NotifyConsumed(applied, context.ReceiveContext.ElapsedTime, nameof(InboxFilter));
        }
    }

    /// <summary>Every try is a new transaction. MassTransit's own retry would lie inside the inbox, where the transaction has failed already.</summary>
    /// <returns>Whether a consumer ran.</returns>
    private async Task<bool> ApplyAsync(Func<Delivery> create, CancellationToken cancellationToken)
    {
        foreach (var interval in RetryIntervals)
        {
            try
            {
                var delivery = create();
                await lanes.ApplyAsync(delivery);
                return delivery.IsHandled;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                await Task.Delay(interval, clock, cancellationToken);
            }
        }

        var last = create();
        await lanes.ApplyAsync(last);
        return last.IsHandled;
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("officeInbox");

    private Verdict Judge(ConsumeContext context, InboundMessage message, string? sender, IReadOnlyBasicProperties properties)
    {
        var hasReplyAddress = context.FaultAddress is not null || context.ResponseAddress is not null || properties.IsReplyToPresent();
        var replaced = message.EventType is StreamVoid.EventType && context.TryGetMessage<StreamVoid>(out var voided) ? voided.Message.Replaces : null;
        var verdict = rules.Judge(message, sender, context.SupportedMessageTypes, hasReplyAddress, replaced);
        return verdict.Kind == VerdictKind.Handle && DeliveryCount(properties) >= DeliveriesBeforeParked ? Verdict.Park(ParkReason.Crash) : verdict;
    }

    private static long DeliveryCount(IReadOnlyBasicProperties properties) =>
        properties.Headers?.TryGetValue("x-delivery-count", out var count) is true ? Convert.ToInt64(count, CultureInfo.InvariantCulture) : 0;
}
