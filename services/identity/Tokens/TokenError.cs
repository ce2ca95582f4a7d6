using System.Text.Json.Serialization;

namespace Cnaim.Identity.Tokens;

/// <summary>RFC 6749, section 5.2.</summary>
internal sealed record TokenError(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string Description)
{
    public static TokenError InvalidRequest(string description) => new("invalid_request", description);

    public static TokenError InvalidClient { get; } = new("invalid_client", "The client is unknown or its secret is wrong.");

    /// <summary>For a client that shows an assertion.</summary>
    public static TokenError InvalidAssertion(string why) => InvalidClient with { Description = why };

    public static TokenError UnsupportedGrant { get; } = new("unsupported_grant_type", "Use grant_type=client_credentials.");

    public static TokenError InvalidTarget { get; } = new("invalid_target", "The client may not have a token for this audience.");

    public static TokenError InvalidGrant { get; } = new("invalid_grant", "The token or the session has ended, was changed, or is not this client's to exchange.");

    public static TokenError UnsupportedExchange { get; } = new("unsupported_grant_type", "Use grant_type=urn:ietf:params:oauth:grant-type:token-exchange.");

    public static TokenError InvalidScope { get; } = new("invalid_scope", "The client may not have one of the scopes.");
}
