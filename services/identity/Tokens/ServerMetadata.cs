using System.Text.Json.Serialization;

namespace Cnaim.Identity.Tokens;

/// <summary>RFC 8414: what a client must know to ask for a token.</summary>
internal sealed record ServerMetadata(
    [property: JsonPropertyName("issuer")] string Issuer,
    [property: JsonPropertyName("token_endpoint")] string TokenEndpoint,
    [property: JsonPropertyName("jwks_uri")] string KeysAddress)
{
    [JsonPropertyName("grant_types_supported")]
    public string[] Grants { get; } = [TokenRequest.ClientCredentials];

    [JsonPropertyName("response_types_supported")]
    public string[] ResponseTypes { get; } = [];

    [JsonPropertyName("token_endpoint_auth_methods_supported")]
    public string[] ClientAuthentication { get; } = ["private_key_jwt", "client_secret_basic", "client_secret_post"];

    [JsonPropertyName("token_endpoint_auth_signing_alg_values_supported")]
    public string[] AssertionAlgorithms { get; } = ["ES256", "PS256"];

    [JsonPropertyName("scopes_supported")]
    public IReadOnlyList<string> SupportedScopes { get; } = Scopes.All;

    public static ServerMetadata Of(string issuer)
    {
        var root = issuer.TrimEnd('/');
        return new ServerMetadata(issuer, root + "/connect/token", root + "/.well-known/jwks.json");
    }
}
