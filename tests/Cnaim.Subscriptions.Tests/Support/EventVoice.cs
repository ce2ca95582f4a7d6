using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Cnaim.Contracts;
using Cnaim.Contracts.Events;
using Cnaim.Servers;
using RabbitMQ.Client;

namespace Cnaim.Subscriptions.Tests.Support;

/// <summary>Publishes events as the offices do, with their own users, streams and versions.</summary>
internal sealed class EventVoice : IAsyncDisposable
{
    private readonly PrivateServers _servers;
    private readonly ConcurrentDictionary<string, IChannel> _channels = new(StringComparer.Ordinal);
    private readonly List<IConnection> _connections = [];
    private readonly SemaphoreSlim _opening = new(1);
    private readonly ConcurrentDictionary<(string, Guid), long> _versions = new();

    private EventVoice(PrivateServers servers) => _servers = servers;

    public static Task<EventVoice> ConnectAsync(PrivateServers servers) => Task.FromResult(new EventVoice(servers));

    /// <summary>Takes what an earlier installation has left unread.</summary>
    public static async Task PurgeAsync(PrivateServers servers)
    {
        await using var connection = await OpenAsync(servers, "subscriptions");
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueuePurgeAsync("subscriptions");
    }

    public async Task<Guid> PublishAsync<TEvent>(string from, Guid subject, TEvent happened, long? version = null, Guid? id = null)
        where TEvent : class, IThinEvent
    {
        var (eventId, number) = (id ?? Guid.CreateVersion7(), version ?? _versions.AddOrUpdate((from, subject), 1, (_, last) => last + 1));
        var type = typeof(TEvent).GetCustomAttribute<EventAttribute>()!.Type;
        var now = TimeProvider.System.GetUtcNow();
        var headers = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["ce-specversion"] = "1.0",
            ["ce-id"] = eventId.ToString(),
            ["ce-type"] = type,
            ["ce-source"] = "urn:cnaim:" + from,
            ["ce-subject"] = subject.ToString(),
            ["ce-sequence"] = number.ToString(CultureInfo.InvariantCulture),
            ["ce-audience"] = "all",
            ["ce-eventday"] = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["ce-time"] = now.ToString("O", CultureInfo.InvariantCulture),
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { messageId = eventId, messageType = new[] { $"urn:message:{typeof(TEvent).Namespace}:{typeof(TEvent).Name}" }, message = (object)happened }, JsonSerializerOptions.Web);
        var properties = new BasicProperties { UserId = from, MessageId = eventId.ToString(), ContentType = "application/vnd.masstransit+json", Headers = headers };
        var channel = await ChannelAsync(from);
        await channel.BasicPublishAsync("cnaim.events", type, mandatory: true, properties, body);
        return eventId;
    }

    public Task<Guid> AcceptedAsync(Guid referral, string centre = "cnaim-lisboa", string from = "health", string sender = "reception", string receiver = "health", string request = "health-user-number", string? other = null) =>
        PublishAsync(from, referral, new ReferralAccepted
        {
            ReferralId = referral,
            DisclosureId = Guid.NewGuid(),
            Sender = sender,
            Receiver = receiver,
            Request = request,
            Status = "accepted",
            Centre = centre,
            OtherCentre = other,
            OccurredAt = TimeProvider.System.GetUtcNow(),
        });

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
        {
            await connection.DisposeAsync();
        }

        _opening.Dispose();
    }

    private async Task<IChannel> ChannelAsync(string from)
    {
        if (_channels.TryGetValue(from, out var open))
        {
            return open;
        }

        await _opening.WaitAsync();
        try
        {
            return _channels.TryGetValue(from, out open) ? open : await OpenChannelAsync(from);
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task<IChannel> OpenChannelAsync(string from)
    {
        var connection = await OpenAsync(_servers, from);
        _connections.Add(connection);
        return _channels[from] = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
    }

    private static Task<IConnection> OpenAsync(PrivateServers servers, string user)
    {
        var uri = new Uri(servers.Broker.UrlOf(user));
        return new ConnectionFactory { Uri = uri, VirtualHost = Uri.UnescapeDataString(uri.AbsolutePath[1..]) }.CreateConnectionAsync();
    }
}
