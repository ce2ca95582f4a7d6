using System.Buffers;
using System.Text.Json;

namespace Cnaim.Messaging.Relay;

/// <summary>Writes MassTransit's envelope around the stored JSON, which is copied as it is.</summary>
internal static class EnvelopeWriter
{
    public static byte[] Write(OutboxRow row, string urn)
    {
        var buffer = new ArrayBufferWriter<byte>(row.Body.Length + 384);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("messageId", row.MessageId);
            writer.WriteString("correlationId", row.StreamId);
            writer.WriteString("sentTime", row.CreatedAt.UtcDateTime);
            writer.WriteStartArray("messageType");
            writer.WriteStringValue(urn);
            writer.WriteEndArray();
            writer.WritePropertyName("message");
            writer.WriteRawValue(row.Body, skipInputValidation: true);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
