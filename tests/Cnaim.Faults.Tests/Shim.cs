using Cnaim.Testing;
using RabbitMQ.Client;

namespace Cnaim.Faults.Tests;

/// <summary>Stands between the offices while B does not run: takes what A published out of B's queue and delivers it as a bad network would.</summary>
internal static class Shim
{
    public static async Task<List<BasicGetResult>> TakeAsync(FaultPair pair, int count)
    {
        await using var connection = await BrokerTools.ConnectAsync(pair.Lab.Servers.BrokerAdmin);
        await using var channel = await connection.CreateChannelAsync();
        var taken = new List<BasicGetResult>();
        await Eventually.Async(
            async () =>
            {
                while (await channel.BasicGetAsync(pair.B.Code, autoAck: true) is { } message)
                {
                    taken.Add(message);
                }

                return taken.Count >= count;
            },
            "all published");
        return taken;
    }

    /// <summary>Publishes with A's own user, confirmed.</summary>
    public static Task DeliverAsync(FaultPair pair, IEnumerable<BasicGetResult> messages) =>
        DeliverAsync(pair, messages.Select(message => (new BasicProperties(message.BasicProperties), message.Body)));

    /// <summary>Publishes changed copies with A's own user, confirmed.</summary>
    public static async Task DeliverAsync(FaultPair pair, IEnumerable<(BasicProperties Properties, ReadOnlyMemory<byte> Body)> messages)
    {
        await using var connection = await BrokerTools.ConnectAsync(pair.Lab.Servers.BrokerUrlOf(pair.A.Code));
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        foreach (var (properties, body) in messages)
        {
            await channel.BasicPublishAsync("cnaim.commands", pair.B.Code, true, properties, body);
            pair.Faults++;
        }
    }

    /// <summary>A message's properties under another id, with other headers.</summary>
    public static BasicProperties Copy(BasicGetResult message, string id, params IEnumerable<(string Header, string Value)> changes)
    {
        var properties = new BasicProperties(message.BasicProperties) { MessageId = id, Headers = new Dictionary<string, object?>(message.BasicProperties.Headers!, StringComparer.Ordinal) };
        foreach (var (header, value) in changes.Prepend(("ce-id", id)))
        {
            properties.Headers[header] = value;
        }

        return properties;
    }

    public static async Task DeleteQueueAsync(FaultLab lab, string queue)
    {
        await using var connection = await BrokerTools.ConnectAsync(lab.Servers.BrokerAdmin);
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeleteAsync(queue);
    }
}
