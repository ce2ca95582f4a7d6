namespace Cnaim.Subscriptions.Webhooks;

/// <summary>An endpoint as its partner sees it; never the secret.</summary>
internal sealed record EndpointView
{
    public required Guid Id { get; init; }

    public required string Url { get; init; }

    public string? Description { get; init; }

    /// <summary>Null for all that the agreement allows.</summary>
    public IReadOnlyList<string>? EventTypes { get; init; }

    public required int RatePerSecond { get; init; }

    /// <summary><c>pending</c>, <c>active</c>, <c>paused</c>, <c>error</c> or <c>disabled</c>.</summary>
    public required string State { get; init; }

    /// <summary>Why it is in error or disabled: the outcome of the last attempt, or <c>client</c> where the client has ended.</summary>
    public string? StateReason { get; init; }

    /// <summary>Failures of the delivery at the head of the lane.</summary>
    public required int Attempts { get; init; }

    /// <summary>When the head is tried again; null when nothing waits for a time.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>Until when the secret before the last rotation signs too.</summary>
    public DateTimeOffset? PreviousSecretUntil { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static EndpointView Of(WebhookEndpoint endpoint) => new()
    {
        Id = endpoint.EndpointId,
        Url = endpoint.Url,
        Description = endpoint.Description,
        EventTypes = endpoint.EventTypes,
        RatePerSecond = endpoint.RatePerSecond,
        State = endpoint.State,
        StateReason = endpoint.StateReason,
        Attempts = endpoint.Attempts,
        NextAttemptAt = endpoint.DueAt,
        LastSuccessAt = endpoint.LastSuccessAt,
        PreviousSecretUntil = endpoint.PreviousUntil,
        CreatedAt = endpoint.CreatedAt,
    };
}

/// <summary>An endpoint with its secret, which is shown this once.</summary>
internal sealed record EndpointWithSecret(EndpointView Endpoint, string Secret);
