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

    public static StoredEnvelope FromBytes(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<StoredEnvelope>(bytes, MessageJson.Options)
        ?? throw new JsonException("The parked envelope is empty.");
}
