namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>A partner's client.</summary>
internal sealed record PartnerClient
{
    public required string ClientId { get; init; }

    public required string Office { get; init; }

    public required string Centre { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required IReadOnlyList<PartnerKey> Keys { get; init; }

    public bool MayHaveSecret { get; init; }

    public DateTimeOffset SecretChangedAt { get; init; }

    public required IReadOnlyList<PartnerWaitingKeys> Waiting { get; init; }
}

/// <summary>A public key.</summary>
internal sealed record PartnerKey(string KeyId, string Type, string Strength);

/// <summary>Keys that wait for an administrator.</summary>
internal sealed record PartnerWaitingKeys(Guid ChangeId, IReadOnlyList<PartnerKey> Keys, DateTimeOffset RequestedAt);

/// <summary>A secret, which is shown once.</summary>
internal sealed record PartnerSecret(string Secret);
