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
            "all published",
            60);
        return taken;
    }

    /// <summary>Publishes with A's own user, confirmed.</summary>
    public static async Task DeliverAsync(FaultPair pair, IEnumerable<BasicGetResult> messages)
    {
        await using var connection = await BrokerTools.ConnectAsync(pair.Lab.Servers.BrokerUrlOf(pair.A.Code));
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        foreach (var message in messages)
        {
            await channel.BasicPublishAsync("cnaim.commands", pair.B.Code, true, new BasicProperties(message.BasicProperties), message.Body);
            pair.Faults++;
        }
    }
}
