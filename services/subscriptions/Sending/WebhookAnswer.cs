namespace Cnaim.Subscriptions.Sending;

/// <summary>How an attempt ended, and the beginning of what came back.</summary>
internal sealed record WebhookAnswer
{
    public required DateTimeOffset StartedAt { get; init; }

    public required TimeSpan Duration { get; init; }

    public required string Outcome { get; init; }

    /// <summary>Id, time and signature as they were sent, one header a line; null where none were.</summary>
    public string? Sent { get; init; }

    public int? Status { get; init; }

    /// <summary>One header a line, at most 4096 characters.</summary>
    public string? Headers { get; init; }

    /// <summary>At most 2 KiB.</summary>
    public byte[]? Body { get; init; }

    /// <summary>What <c>Retry-After</c> asks for; null without one.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public bool IsSuccess => Outcome is Sending.Outcome.Delivered;
}
