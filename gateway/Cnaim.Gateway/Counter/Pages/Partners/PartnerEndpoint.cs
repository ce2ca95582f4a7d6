namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>Where a partner is told.</summary>
internal sealed record PartnerEndpoint
{
    public required Guid Id { get; init; }

    public required string Url { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string>? EventTypes { get; init; }

    public int RatePerSecond { get; init; }

    public required string State { get; init; }

    public string? StateReason { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset? NextAttemptAt { get; init; }

    public DateTimeOffset? LastSuccessAt { get; init; }

    public DateTimeOffset? PreviousSecretUntil { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A partner's endpoints.</summary>
internal sealed record PartnerEndpointList(IReadOnlyList<PartnerEndpoint> Items, string? Next);

/// <summary>An endpoint and its secret, which is shown once.</summary>
internal sealed record PartnerEndpointSecret(PartnerEndpoint Endpoint, string Secret);
