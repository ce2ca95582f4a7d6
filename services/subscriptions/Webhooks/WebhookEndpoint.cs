using Cnaim.ServiceDefaults.Protection;

namespace Cnaim.Subscriptions.Webhooks;

/// <summary>A row of <c>endpoint</c>.</summary>
internal sealed record WebhookEndpoint
{
    public Guid EndpointId { get; init; }

    public string ClientId { get; init; } = "";

    /// <summary><c>webhook</c>, or <c>queue</c>: the partner's own at the broker.</summary>
    public string Kind { get; init; } = "webhook";

    public bool IsQueue => Kind is "queue";

    public string Url { get; init; } = "";

    public string? Description { get; init; }

    public string[]? EventTypes { get; init; }

    public int RatePerSecond { get; init; }

    public string State { get; init; } = EndpointState.Pending;

    public string? StateReason { get; init; }

    /// <summary>Null for a queue, which is signed for by the broker's check of its sender.</summary>
    public byte[]? Secret { get; init; }

    public byte[]? PreviousSecret { get; init; }

    public DateTimeOffset? PreviousUntil { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? SlowUntil { get; init; }

    public DateTimeOffset LastSentAt { get; init; }

    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>How many events a queue was sent.</summary>
    public long SentCount { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public long Version { get; init; }

    /// <summary>The secrets that sign now: two while rotating, none for a queue.</summary>
    public IReadOnlyList<byte[]> Open(FieldProtection protection, DateTimeOffset now) =>
    [
        .. Secret is { } secret ? (byte[][])[protection.Unprotect(secret, EndpointId)] : [],
        .. PreviousSecret is { } previous && PreviousUntil > now ? (byte[][])[protection.Unprotect(previous, EndpointId)] : [],
    ];
}
