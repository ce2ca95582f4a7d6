using System.Text.Json.Serialization;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.Identity.Keys;

/// <summary>A public key as RFC 7517 writes it.</summary>
internal sealed record PublicKey(
    [property: JsonPropertyName("kid")] string KeyId,
    [property: JsonPropertyName("x")] string X,
    [property: JsonPropertyName("y")] string Y)
{
    [JsonPropertyName("kty")]
    public string KeyType { get; } = "EC";

    [JsonPropertyName("crv")]
    public string Curve { get; } = "P-256";

    [JsonPropertyName("use")]
    public string Use { get; } = "sig";

    [JsonPropertyName("alg")]
    public string Algorithm { get; } = SecurityAlgorithms.EcdsaSha256;

    public static PublicKey Of(KeyRow row) => new(row.KeyId, Base64UrlEncoder.Encode(row.PublicX), Base64UrlEncoder.Encode(row.PublicY));
}
