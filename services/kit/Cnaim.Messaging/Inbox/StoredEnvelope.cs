using System.Text.Json;
using Cnaim.Messaging.Contracts;

namespace Cnaim.Messaging.Inbox;

/// <summary>A whole message as it is parked: verified sender, headers and body.</summary>
internal sealed record StoredEnvelope
{
    public required string Sender { get; init; }

    public required Dictionary<string, string> Headers { get; init; }

    public required byte[] Body { get; init; }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, MessageJson.Options);

    /// <summary>Judges a message that was stored before anybody could: dead letters, and what lay in an error queue.</summary>
    public Verdict Judge(InboundMessage message, InboxRules rules)
    {
        using var body = JsonDocument.Parse(Body);
        var root = body.RootElement;
        var urns = root.TryGetProperty("messageType", out var types) ? types.EnumerateArray().Select(type => type.GetString() ?? "").ToList() : [];
        var replaced = message.EventType is StreamVoid.EventType ? root.GetProperty("message").Deserialize<StreamVoid>(MessageJson.Options)?.Replaces : null;
        return rules.Judge(message, Sender, urns, HasValue(root, "faultAddress") || HasValue(root, "responseAddress"), replaced);
    }

    private static bool HasValue(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public static StoredEnvelope FromBytes(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<StoredEnvelope>(bytes, MessageJson.Options)
        ?? throw new JsonException("The parked envelope is empty.");
}
