using System.Text;
using Cnaim.Messaging.Topology;
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

    /// <summary>Looks at everything that lies in a queue and leaves it there.</summary>
    public static async Task<List<BasicGetResult>> LookAsync(FaultLab lab, string queue)
    {
        await using var connection = await BrokerTools.ConnectAsync(lab.Servers.BrokerAdmin);
        await using var channel = await connection.CreateChannelAsync();
        var seen = new List<BasicGetResult>();
        while (await channel.BasicGetAsync(queue, autoAck: false) is { } message)
        {
            seen.Add(message);
        }

        // Closing the channel gives it all back.
        return seen;
    }

    /// <summary>A text header.</summary>
    public static string Text(BasicGetResult message, string header) => Encoding.UTF8.GetString((byte[])message.BasicProperties.Headers![header]!);

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

    /// <summary>Makes a deleted queue as the manifest has it; the service declares it again when it starts, which the broker refuses when anything differs.</summary>
    public static async Task RestoreQueueAsync(FaultLab lab, string queue)
    {
        var manifest = TopologyManifest.Load();
        await using var connection = await BrokerTools.ConnectAsync(lab.Servers.BrokerAdmin);
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["x-queue-type"] = "quorum",
            ["x-delivery-limit"] = manifest.DeliveryLimit,
            ["x-dead-letter-exchange"] = queue + "_dead",
            ["x-dead-letter-strategy"] = "at-least-once",
            ["x-overflow"] = "reject-publish",
            ["x-max-length-bytes"] = manifest.MaxLengthBytes,
        });
        await channel.QueueBindAsync(queue, queue, "");
    }
}
