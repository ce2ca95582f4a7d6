using System.Globalization;

namespace Cnaim.Messaging.Relay;

/// <summary>The CloudEvents attributes as AMQP headers, and the property names that the inbox reads.</summary>
internal static class WireHeaders
{
    public const string Id = "ce-id";
    public const string Type = "ce-type";
    public const string Source = "ce-source";
    public const string Subject = "ce-subject";
    public const string Sequence = "ce-sequence";
    public const string Audience = "ce-audience";
    public const string EventDay = "ce-eventday";
    public const string SourcePrefix = "urn:cnaim:";

    /// <summary>The verified sender of a message that this service moved itself, after the broker could no longer vouch for it.</summary>
    public const string Sender = "cn-sender";

    /// <summary>Why a message was moved; a code.</summary>
    public const string Reason = "cn-reason";

    public static Dictionary<string, object?> Of(OutboxRow row, string service) => new(StringComparer.Ordinal)
    {
        ["ce-specversion"] = "1.0",
        [Id] = row.MessageId.ToString(),
        [Type] = row.EventType,
        [Source] = SourcePrefix + service,
        [Subject] = row.StreamId.ToString(),
        [Sequence] = row.Version.ToString(CultureInfo.InvariantCulture),
        [Audience] = row.Audience,
        [EventDay] = row.EventDay.ToString("O", CultureInfo.InvariantCulture),
        ["ce-time"] = row.CreatedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        ["ce-correlationid"] = row.StreamId.ToString(),
        ["ce-dataschema"] = $"urn:cnaim:schema:{row.EventType}",
        ["ce-traceparent"] = row.TraceParent,
    };
}
