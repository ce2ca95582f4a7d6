using System.Globalization;
using System.Text;
using Cnaim.Security.Calls;
using RabbitMQ.Client;

namespace Cnaim.Security.Attacks;

/// <summary>S16: a service that was taken over speaks to the broker with its own user.</summary>
internal static class ForgedMessages
{
    /// <summary>What an office has taken.</summary>
    public const string Applied = "SELECT count(*) FROM referral_received";

    /// <summary>The exchange of commands.</summary>
    public const string Commands = "cnaim.commands";

    private const string Events = "cnaim.events";

    public static IEnumerable<Attack> All { get; } =
    [
        As("education", "under the name of another service", "406", channel => PublishAsync(channel, Commands, "health", "reception")),
        As("education", "to an exchange that is not one of the two", "403", channel => PublishAsync(channel, "amq.topic", "anything", "education")),
        As("education", "past the exchanges, straight into another's queue", "403", channel => PublishAsync(channel, "", "health", "education")),
        As("education", "an event that only screening publishes", "403", channel => PublishAsync(channel, Events, "pt.cnaim.consent.withdrawn.v1", "education")),
        As("education", "reads another's queue", "403", async channel => await channel.BasicGetAsync("health", autoAck: false)),
        As("education", "empties another's queue", "403", async channel => await channel.QueuePurgeAsync("health")),
        As("education", "deletes another's queue", "403", async channel => await channel.QueueDeleteAsync("health")),
        As("education", "an event straight to a partner", "403", channel => PublishAsync(channel, "cnaim.partners", "partner.sandbox-agency", "education")),
        As("education", "declares a partner's queue as its own", "403", async channel => await channel.QueueDeclareAsync("partner.sandbox-agency", durable: true, exclusive: false, autoDelete: false)),
        As("education", "declares an exchange", "403", async channel => await channel.ExchangeDeclareAsync("mine", "fanout")),
        As("education", "listens to everybody's events", "403", async channel =>
        {
            var queue = await channel.QueueDeclareAsync("education-ears", durable: false, exclusive: true, autoDelete: true);
            await channel.QueueBindAsync(queue.QueueName, Events, "#");
        }),
        new("S16", "a command of one's own user that it may not send, as raw JSON", "accepted, 0 applied, 1 kept for the operator", RawCommandAsync),
    ];

    private static Attack As(string service, string what, string expected, Func<IChannel, Task> act) => new("S16", $"{service} {(what.Contains(' ', StringComparison.Ordinal) && char.IsLower(what[0]) ? what : "publishes " + what)}", expected, async (attacker, cancellationToken) =>
        await TryAsync(attacker, service, act, cancellationToken));

    /// <summary>"accepted", or the code with which the broker closed the channel.</summary>
    public static async Task<string> TryAsync(Attacker attacker, string service, Func<IChannel, Task> act, CancellationToken cancellationToken)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(attacker.Target.Brokers[service]) }.CreateConnectionAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), cancellationToken);
        try
        {
            await act(channel);
            return "accepted";
        }
        catch (Exception) when (channel.CloseReason is { } reason)
        {
            return reason.ReplyCode.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static async Task PublishAsync(IChannel channel, string exchange, string key, string user)
    {
        await channel.BasicPublishAsync(exchange, key, mandatory: true, new BasicProperties { UserId = user, MessageId = Guid.CreateVersion7().ToString() }, Encoding.UTF8.GetBytes("{}"));
    }

    private static async Task<string> RawCommandAsync(Attacker attacker, CancellationToken cancellationToken)
    {
        var (applied, kept) = (await Sql.CountAsync(attacker, "health", Applied, cancellationToken), await KeptAsync(attacker, cancellationToken));
        var sent = await TryAsync(attacker, "education", channel => PublishAsync(channel, Commands, "health", "education"), cancellationToken);
        for (var attempt = 0; attempt < 200 && await KeptAsync(attacker, cancellationToken) == kept; attempt++)
        {
            await Task.Delay(50, cancellationToken);
        }

        var more = await KeptAsync(attacker, cancellationToken) - kept;
        return $"{sent}, {await Sql.CountAsync(attacker, "health", Applied, cancellationToken) - applied} applied, {more} kept for the operator";
    }

    private static async Task<long> KeptAsync(Attacker attacker, CancellationToken cancellationToken)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(attacker.Target.Brokers["health"]) }.CreateConnectionAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        return (await channel.QueueDeclarePassiveAsync("health_error", cancellationToken)).MessageCount + (await channel.QueueDeclarePassiveAsync("health_skipped", cancellationToken)).MessageCount;
    }
}
