using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Cnaim.Contracts;
using Cnaim.Servers;
using RabbitMQ.Client;

namespace Cnaim.Testing;

/// <summary>Speaks on the broker as a service that is not part of this test, with that service's own user and rights.</summary>
internal static class BrokerVoice
{
    /// <summary>Sends a command as the first message of its stream.</summary>
    public static async Task SayAsync<TCommand>(this PrivateServers servers, string from, string to, Guid stream, TCommand command, long version = 1)
        where TCommand : class
    {
        var uri = new Uri(servers.Broker.UrlOf(from));
        await using var connection = await new ConnectionFactory { Uri = uri, VirtualHost = Uri.UnescapeDataString(uri.AbsolutePath[1..]) }
            .CreateConnectionAsync(Xunit.TestContext.Current.CancellationToken);
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), Xunit.TestContext.Current.CancellationToken);
        var id = Guid.CreateVersion7();
        var properties = new BasicProperties { UserId = from, MessageId = id.ToString(), ContentType = "application/vnd.masstransit+json", Headers = Headers<TCommand>(from, to, id, stream, version) };
        await channel.BasicPublishAsync("cnaim.commands", to, mandatory: true, properties, Envelope(id, command), Xunit.TestContext.Current.CancellationToken);
    }

    /// <summary>How many messages in a service's error queue contain a text; all of them stay.</summary>
    public static async Task<int> CountInErrorQueueAsync(this PrivateServers servers, string service, string text)
    {
        var uri = new Uri(servers.Broker.UrlOf(service));
        await using var connection = await new ConnectionFactory { Uri = uri, VirtualHost = Uri.UnescapeDataString(uri.AbsolutePath[1..]) }
            .CreateConnectionAsync(Xunit.TestContext.Current.CancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Xunit.TestContext.Current.CancellationToken);
        var count = 0;
        while (await channel.BasicGetAsync($"{service}_error", autoAck: false, Xunit.TestContext.Current.CancellationToken) is { } message)
        {
            count += System.Text.Encoding.UTF8.GetString(message.Body.Span).Contains(text, StringComparison.Ordinal) ? 1 : 0;
        }

        return count;
    }

    private static Dictionary<string, object?> Headers<TCommand>(string from, string to, Guid id, Guid stream, long version) => new(StringComparer.Ordinal)
    {
        ["ce-specversion"] = "1.0",
        ["ce-id"] = id.ToString(),
        ["ce-type"] = $"pt.cnaim.command.{typeof(TCommand).GetCustomAttribute<CommandAttribute>()!.Name}.v1",
        ["ce-source"] = "urn:cnaim:" + from,
        ["ce-subject"] = stream.ToString(),
        ["ce-sequence"] = version.ToString(CultureInfo.InvariantCulture),
        ["ce-audience"] = to,
        ["ce-eventday"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static byte[] Envelope<TCommand>(Guid id, TCommand command)
        where TCommand : class => JsonSerializer.SerializeToUtf8Bytes(
            new { messageId = id, messageType = new[] { $"urn:message:{typeof(TCommand).Namespace}:{typeof(TCommand).Name}" }, message = (object)command }, JsonSerializerOptions.Web);
}
