using RabbitMQ.Client;

namespace Cnaim.Testing;

/// <summary>Looks into the broker past the code under test.</summary>
public static class BrokerTools
{
    public static async Task<IConnection> ConnectAsync(string url)
    {
        var uri = new Uri(url);
        return await new ConnectionFactory { Uri = uri, VirtualHost = Uri.UnescapeDataString(uri.AbsolutePath[1..]), ContinuationTimeout = TimeSpan.FromSeconds(10) }.CreateConnectionAsync();
    }

    public static async Task PurgeAsync(string admin, string code)
    {
        await using var connection = await ConnectAsync(admin);
        await using var channel = await connection.CreateChannelAsync();
        foreach (var queue in (string[])[code, code + "_error", code + "_skipped", code + "_dead", code + "-ping"])
        {
            await channel.QueuePurgeAsync(queue);
        }
    }

    public static async Task<uint> CountAsync(string admin, string queue)
    {
        await using var connection = await ConnectAsync(admin);
        await using var channel = await connection.CreateChannelAsync();
        return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
    }

    /// <summary>Takes one message, or null.</summary>
    public static async Task<BasicGetResult?> GetAsync(string admin, string queue)
    {
        await using var connection = await ConnectAsync(admin);
        await using var channel = await connection.CreateChannelAsync();
        return await channel.BasicGetAsync(queue, autoAck: true);
    }
}
