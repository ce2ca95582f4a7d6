using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Cnaim.Contracts.Events;
using RabbitMQ.Client;

namespace Cnaim.Benchmarks.Webhooks;

/// <summary>Publishes accepted referrals as an office does: its own user, confirmed, each referral's versions in order.</summary>
internal sealed class BenchVoice : IAsyncDisposable
{
    private const string Office = "health";
    private const string Accepted = "pt.cnaim.referral.accepted.v1";
    private const string Started = "pt.cnaim.referral.started.v1";
    private readonly IConnection _connection;
    private readonly IChannel _channel;

    private BenchVoice(IConnection connection, IChannel channel) => (_connection, _channel) = (connection, channel);

    /// <summary>Types of the events that it can publish.</summary>
    public static IReadOnlyList<string> Types { get; } = [Accepted, Started];

    /// <summary>When each event was published.</summary>
    public ConcurrentDictionary<string, (DateTimeOffset At, int Pair)> Published { get; } = new(StringComparer.Ordinal);

    public static async Task<BenchVoice> ConnectAsync(string url)
    {
        var uri = new Uri(url);
        var connection = await new ConnectionFactory { Uri = uri, VirtualHost = Uri.UnescapeDataString(uri.AbsolutePath[1..]) }.CreateConnectionAsync();
        return new BenchVoice(connection, await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true)));
    }

    public async Task SayAsync(int pair, Guid referral, long version, string type, string centre)
    {
        var (id, now) = (Guid.CreateVersion7().ToString(), TimeProvider.System.GetUtcNow());
        IReferralEvent happened = type is Accepted
            ? new ReferralAccepted { ReferralId = referral, DisclosureId = Guid.NewGuid(), Sender = "reception", Receiver = Office, Request = "health-user-number", Status = "accepted", Centre = centre, OccurredAt = now }
            : new ReferralStarted { ReferralId = referral, DisclosureId = Guid.NewGuid(), Sender = "reception", Receiver = Office, Request = "health-user-number", Status = "in-progress", Centre = centre, OccurredAt = now };
        var properties = new BasicProperties { UserId = Office, MessageId = id, ContentType = "application/vnd.masstransit+json", DeliveryMode = DeliveryModes.Persistent, Headers = Headers(id, referral, version, type, now) };
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { messageId = id, messageType = new[] { $"urn:message:{happened.GetType().Namespace}:{happened.GetType().Name}" }, message = (object)happened }, JsonSerializerOptions.Web);
        Published[id] = (now, pair);
        await _channel.BasicPublishAsync("cnaim.events", type, mandatory: true, properties, body);
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static Dictionary<string, object?> Headers(string id, Guid referral, long version, string type, DateTimeOffset now) => new(StringComparer.Ordinal)
    {
        ["ce-specversion"] = "1.0",
        ["ce-id"] = id,
        ["ce-type"] = type,
        ["ce-source"] = "urn:cnaim:" + Office,
        ["ce-subject"] = referral.ToString(),
        ["ce-sequence"] = version.ToString(CultureInfo.InvariantCulture),
        ["ce-audience"] = "all",
        ["ce-eventday"] = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["ce-time"] = now.ToString("O", CultureInfo.InvariantCulture),
    };
}
