using Cnaim.Gateway.Routing;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Cnaim.Gateway.Tokens;

/// <summary>What a caller shows: his token, or the secret of his session.</summary>
internal sealed record CallerProof(string Value, string Type)
{
    private const string Bearer = "Bearer ";
    private const int LongestToken = 8 * 1024;

    public TokenDigest Digest { get; } = TokenDigest.Of(Value);

    /// <summary>Whether the exchange alone can say whose it is, so that the gateway lets it come that far.</summary>
    public bool IsForIdentity => IsSession || string.Equals(Type, SubjectTokenType.Jwt, StringComparison.Ordinal);

    public bool IsSession => ReferenceEquals(Type, SubjectTokenType.Session);

    /// <summary>A token goes before a cookie.</summary>
    public static CallerProof? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? OfToken(header[Bearer.Length..].Trim(), request)
            : SessionCookie.Read(request) is { } secret ? new CallerProof(secret, SubjectTokenType.Session)
            : null;
    }

    // Read only where there are external issuers; whether the token is true, identity says.
    private static CallerProof OfToken(string token, HttpRequest request)
    {
        var external = request.HttpContext.RequestServices.GetRequiredService<IOptions<GatewayOptions>>().Value.ExternalIssuers;
        var handler = external.Count > 0 ? new JsonWebTokenHandler { MaximumTokenSizeInBytes = LongestToken } : null;
        var isExternal = handler?.CanReadToken(token) is true && external.Contains(handler.ReadJsonWebToken(token).Issuer, StringComparer.Ordinal);
        return new CallerProof(token, isExternal ? SubjectTokenType.Jwt : SubjectTokenType.AccessToken);
    }
}
