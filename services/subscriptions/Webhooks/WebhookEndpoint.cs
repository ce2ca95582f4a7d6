using Cnaim.ServiceDefaults.Protection;

namespace Cnaim.Subscriptions.Webhooks;

/// <summary>A row of <c>endpoint</c>.</summary>
internal sealed record WebhookEndpoint
{
    public Guid EndpointId { get; init; }

    public string ClientId { get; init; } = "";

    public string Url { get; init; } = "";

    public string? Description { get; init; }

    public string[]? EventTypes { get; init; }

    public int RatePerSecond { get; init; }

    public string State { get; init; } = EndpointState.Pending;

    public string? StateReason { get; init; }

    public byte[] Secret { get; init; } = [];

    public byte[]? PreviousSecret { get; init; }

    public DateTimeOffset? PreviousUntil { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? SlowUntil { get; init; }

    public DateTimeOffset LastSentAt { get; init; }

    public DateTimeOffset? LastSuccessAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public long Version { get; init; }

    /// <summary>The secrets that sign now: two while rotating.</summary>
    public IReadOnlyList<byte[]> Open(FieldProtection protection, DateTimeOffset now) =>
    [
        protection.Unprotect(Secret, EndpointId),
        .. PreviousSecret is { } previous && PreviousUntil > now ? (byte[][])[protection.Unprotect(previous, EndpointId)] : [],
    ];
}
