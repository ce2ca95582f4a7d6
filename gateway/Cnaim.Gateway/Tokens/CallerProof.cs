using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Gateway.Tokens;

/// <summary>What a caller shows: his token, or the secret of his session.</summary>
internal sealed record CallerProof(string Value, string Type)
{
    private const string Bearer = "Bearer ";

    public TokenDigest Digest { get; } = TokenDigest.Of(Value);

    public bool IsSession => ReferenceEquals(Type, SubjectTokenType.Session);

    /// <summary>A token goes before a cookie.</summary>
    public static CallerProof? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? new CallerProof(header[Bearer.Length..].Trim(), SubjectTokenType.AccessToken)
            : SessionCookie.Read(request) is { } secret ? new CallerProof(secret, SubjectTokenType.Session)
            : null;
    }
}
