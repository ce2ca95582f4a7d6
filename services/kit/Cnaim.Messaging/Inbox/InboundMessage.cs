using System.Globalization;
using System.Text;
using Cnaim.Messaging.Relay;

namespace Cnaim.Messaging.Inbox;

/// <summary>What the headers say about a message.</summary>
internal sealed record InboundMessage(Guid MessageId, StreamKey Stream, long Version, DateOnly EventDay, string EventType)
{
    /// <summary>Null when a header is missing or unreadable.</summary>
    public static InboundMessage? Read(IReadOnlyDictionary<string, string> headers) =>
        Guid.TryParse(headers.GetValueOrDefault(WireHeaders.Id), out var id)
        && Guid.TryParse(headers.GetValueOrDefault(WireHeaders.Subject), out var stream)
        && long.TryParse(headers.GetValueOrDefault(WireHeaders.Sequence), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0
        && DateOnly.TryParseExact(headers.GetValueOrDefault(WireHeaders.EventDay), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && headers.GetValueOrDefault(WireHeaders.Type) is { Length: > 0 and <= 200 } type
        && headers.GetValueOrDefault(WireHeaders.Audience) is { Length: > 0 and <= 100 } audience
        && headers.GetValueOrDefault(WireHeaders.Source) is { Length: <= 100 } source && source.StartsWith(WireHeaders.SourcePrefix, StringComparison.Ordinal)
            ? new InboundMessage(id, new StreamKey(source[WireHeaders.SourcePrefix.Length..], stream, audience), version, day, type)
            : null;

    /// <summary>The text headers of an AMQP message.</summary>
    public static Dictionary<string, string> Texts(IDictionary<string, object?>? headers)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in headers ?? new Dictionary<string, object?>(StringComparer.Ordinal))
        {
            if (value is byte[] bytes)
            {
                texts[name] = Encoding.UTF8.GetString(bytes);
            }
            else if (value is string text)
            {
                texts[name] = text;
            }
        }

        return texts;
    }
}
