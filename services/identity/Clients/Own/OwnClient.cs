using Cnaim.Identity.Clients.Changes;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.Identity.Clients.Own;

/// <summary>A partner's client as its developers see it; never a secret.</summary>
internal sealed record OwnClient
{
    public required string ClientId { get; init; }

    public required string Office { get; init; }

    public required string Centre { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Public keys that its assertions are checked with.</summary>
    public required IReadOnlyList<OwnKey> Keys { get; init; }

    /// <summary>Whether it may have a secret: in the sandbox only.</summary>
    public required bool MayHaveSecret { get; init; }

    public required DateTimeOffset SecretChangedAt { get; init; }

    /// <summary>Keys that were asked for and wait for an administrator.</summary>
    public required IReadOnlyList<WaitingKeys> Waiting { get; init; }

    public static OwnClient Of(Client client, DateTimeOffset secretChangedAt, IEnumerable<ClientChange> waiting, bool mayHaveSecret) => new()
    {
        ClientId = client.ClientId,
        Office = client.Office,
        Centre = client.Centre,
        Scopes = client.Scopes,
        Keys = OwnKeys.Read(client.PublicKeys),
        MayHaveSecret = mayHaveSecret,
        SecretChangedAt = secretChangedAt,
        Waiting = [.. waiting.Select(change => new WaitingKeys(change.ChangeId, OwnKeys.Read(change.PublicKeys), change.RequestedAt))],
    };
}

/// <summary>A public key: its id, its type and its curve or size.</summary>
internal sealed record OwnKey(string KeyId, string Type, string Strength)
{
    public static OwnKey Of(JsonWebKey key) => new(key.KeyId, key.Kty, key.Crv ?? FormattableString.Invariant($"{key.KeySize}"));
}

/// <summary>The keys as they would be with a change that waits.</summary>
internal sealed record WaitingKeys(Guid ChangeId, IReadOnlyList<OwnKey> Keys, DateTimeOffset RequestedAt);

/// <summary>A key to add.</summary>
internal sealed record NewOwnKey
{
    /// <summary>A JWK with a public key: EC P-256, or RSA of at least 2048 bits, with a <c>kid</c> that no other key of the client has.</summary>
    public required System.Text.Json.JsonElement PublicKey { get; init; }

    /// <summary>Why, 3 to 500 characters.</summary>
    public required string Reason { get; init; }
}

/// <summary>Which key to remove.</summary>
internal sealed record OwnKeyId
{
    public required string KeyId { get; init; }
}

/// <summary>A new secret, which is shown this once.</summary>
internal sealed record NewSecret(string Secret);
