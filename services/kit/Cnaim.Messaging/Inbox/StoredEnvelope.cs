using System.Text.Json;
using Cnaim.Messaging.Contracts;
using MassTransit.Serialization;

namespace Cnaim.Messaging.Inbox;

/// <summary>A whole message as it is parked: verified sender, headers and body.</summary>
internal sealed record StoredEnvelope
{
    public required string Sender { get; init; }

    public required Dictionary<string, string> Headers { get; init; }

    public required byte[] Body { get; init; }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, MessageJson.Options);

    /// <summary>Judges a message that was stored before anybody could: dead letters, and what lay in an error queue. It is read as MassTransit reads it, which takes members in any case.</summary>
    public Verdict Judge(InboundMessage message, InboxRules rules)
    {
        var read = JsonSerializer.Deserialize<JsonMessageEnvelope>(Body, SystemTextJsonMessageSerializer.Options) ?? throw new JsonException("The envelope is empty.");
        var replaced = message.EventType is StreamVoid.EventType ? (read.Message as JsonElement?)?.Deserialize<StreamVoid>(MessageJson.Options)?.Replaces : null;
        return rules.Judge(message, Sender, read.MessageType ?? [], read.FaultAddress is not null || read.ResponseAddress is not null, replaced);
    }

    public static StoredEnvelope FromBytes(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<StoredEnvelope>(bytes, MessageJson.Options)
        ?? throw new JsonException("The parked envelope is empty.");
}
