namespace Cnaim.Subscriptions.Webhooks;

/// <summary>What a partner writes of an endpoint.</summary>
internal sealed record EndpointInput
{
    public required string Url { get; init; }

    /// <summary>Up to 200 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Some of the agreement's types; null for all of them.</summary>
    public IReadOnlyList<string>? EventTypes { get; init; }

    /// <summary>At most so many requests a second, 1 to 100; default 10.</summary>
    public int RatePerSecond { get; init; } = 10;
}
