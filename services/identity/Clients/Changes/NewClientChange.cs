using System.Text.Json;

namespace Cnaim.Identity.Clients.Changes;

/// <summary>What is asked for a partner's client.</summary>
internal sealed record NewClientChange
{
    /// <summary><c>create</c>, <c>keys</c> (replaces them) or <c>disable</c>.</summary>
    public required string Kind { get; init; }

    public required string ClientId { get; init; }

    /// <summary>The office that the client acts for.</summary>
    public required string Office { get; init; }

    /// <summary>The centre that it acts at.</summary>
    public required string Centre { get; init; }

    /// <summary>With <c>create</c>: scopes of a partner, for example <c>referrals.read</c>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>With <c>create</c> and <c>keys</c>: a JWKS with the public keys, ES256 or PS256.</summary>
    public JsonElement? PublicKeys { get; init; }

    /// <summary>Why, 3 to 500 characters.</summary>
    public required string Reason { get; init; }
}
