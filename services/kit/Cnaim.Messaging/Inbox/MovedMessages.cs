using Cnaim.Messaging.Relay;
using MassTransit;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;

namespace Cnaim.Messaging.Inbox;

/// <summary>Moves a message to one of the service's own queues. MassTransit's own move keeps the verified sender, which the broker refuses, and writes exception texts into headers.</summary>
internal static class MovedMessages
{
    public static async Task MoveAsync(ReceiveContext context, string exchange, string reason)
    {
        var channel = context.GetPayload<ChannelContext>();
        var basic = context.GetPayload<RabbitMqBasicConsumeContext>();
        var properties = new BasicProperties(basic.Properties) { UserId = null, ReplyTo = null };
        properties.Headers = new Dictionary<string, object?>(basic.Properties.Headers ?? new Dictionary<string, object?>(StringComparer.Ordinal), StringComparer.Ordinal)
        {
            [WireHeaders.Reason] = reason,
        };
        properties.Headers.Remove(WireHeaders.Sender);
        if (basic.Properties.IsUserIdPresent())
        {
            properties.Headers[WireHeaders.Sender] = basic.Properties.UserId;
        }

        await channel.BasicPublishAsync(exchange, "", true, properties, context.GetBody(), true);
    }
}
