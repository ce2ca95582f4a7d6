using System.Text.Json.Serialization;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Identity.Tokens;

/// <summary>RFC 6749, section 5.1.</summary>
internal sealed record TokenAnswer(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("scope")] string Scope)
{
    [JsonPropertyName("token_type")]
    public string TokenType { get; } = "Bearer";

    /// <summary>RFC 8693, section 2.2.1; null in the answer to other grants.</summary>
    [JsonPropertyName("issued_token_type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IssuedTokenType { get; init; }

    public static TokenAnswer Of(IssuedToken token, string scope) => new(token.Token, (int)token.Life.TotalSeconds, scope);
}
