using System.Text;
using System.Text.Json.Serialization;

namespace Cnaim.Subscriptions.DeliveryLog;

/// <summary>One request and what came back.</summary>
internal sealed record AttemptView
{
    public Guid Id { get; init; }

    /// <summary><c>event</c>, <c>test</c>, <c>heartbeat</c> or <c>handshake</c>.</summary>
    public string Kind { get; init; } = "";

    public string WebhookId { get; init; } = "";

    /// <summary>Which try it was.</summary>
    public int Number { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public int DurationMilliseconds { get; init; }

    /// <summary><c>delivered</c>, <c>refused</c>, <c>throttled</c>, <c>gone</c>, <c>timed-out</c>, <c>unreachable</c>, <c>address-refused</c>, <c>not-echoed</c> or <c>too-large</c>.</summary>
    public string Outcome { get; init; } = "";

    public string RequestUrl { get; init; } = "";

    /// <summary>Id, time and signature as they were sent, one header a line; null where none were.</summary>
    public string? RequestHeaders { get; init; }

    public string RequestBody { get; init; } = "";

    /// <summary>The HTTP status; null when none came.</summary>
    public int? Status { get; init; }

    public string? ResponseHeaders { get; init; }

    /// <summary>The first 2 KiB as text.</summary>
    public string? ResponseBody => ResponseBytes is { } bytes ? Encoding.UTF8.GetString(bytes).Replace("\0", "", StringComparison.Ordinal) : null;

    [JsonIgnore]
    public byte[]? ResponseBytes { get; init; }
}
