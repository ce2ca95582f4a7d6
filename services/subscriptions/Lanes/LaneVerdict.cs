using Cnaim.Subscriptions.Webhooks;

namespace Cnaim.Subscriptions.Lanes;

/// <summary>The lane after an attempt.</summary>
internal sealed record LaneVerdict
{
    public required string State { get; init; }

    /// <summary>Failures of the head.</summary>
    public required int Attempts { get; init; }

    /// <summary>When the head is tried again; null for at once.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Until when it gets one request a second at most.</summary>
    public DateTimeOffset? SlowUntil { get; init; }

    public required bool IsSuspect { get; init; }

    /// <summary>The kind of a notice to the focal point; null for none.</summary>
    public string? Notice { get; init; }

    public bool Changes(WebhookEndpoint endpoint) => !string.Equals(State, endpoint.State, StringComparison.Ordinal);
}
