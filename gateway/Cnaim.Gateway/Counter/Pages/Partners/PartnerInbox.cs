using System.Text.Json.Nodes;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>How far a partner has read.</summary>
internal sealed record PartnerInbox(string ReadUntil, int Unread, bool More, bool WantsMail);

/// <summary>A page of a partner's events.</summary>
internal sealed record PartnerFeed(IReadOnlyList<PartnerEvent> Items, string Next, bool More);

/// <summary>An event as it leaves.</summary>
internal sealed record PartnerEvent
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public string? Subject { get; init; }

    public DateTimeOffset Time { get; init; }

    public string? Municipality { get; init; }

    public JsonObject? Data { get; init; }

    /// <summary>A code that the event carries; null at a level without.</summary>
    public string? Code(string name) => Data?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
