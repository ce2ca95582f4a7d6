using Cnaim.Identity.Keys;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.Identity.Tokens;

/// <summary>Signs an access token: ten minutes for the gateway (ADR 0001), two minutes for one service (ADR 0030).</summary>
internal sealed class IssueToken(KeyRing keys, IOptions<IdentityOptions> identity, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan InternalLife = TimeSpan.FromMinutes(2);
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A token, or null while no key is loaded.</summary>
    public IssuedToken? For(TokenSubject subject, string scope, string audience, TimeSpan life)
    {
        if (keys.Current is not { } signing)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        return new IssuedToken(
            _handler.CreateToken(new SecurityTokenDescriptor
            {
                Issuer = identity.Value.Issuer,
                Audience = audience,
                IssuedAt = now,
                NotBefore = now,
                Expires = now + life,
                TokenType = "at+jwt",
                SigningCredentials = signing,
                Claims = Claims(subject, scope),
            }),
            life);
    }

    private static Dictionary<string, object> Claims(TokenSubject subject, string scope)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["sub"] = subject.Subject,
            ["office"] = subject.Office,
            ["centre"] = subject.Centre,
            ["role"] = subject.Role,
            ["scope"] = scope,
            ["jti"] = Guid.CreateVersion7().ToString("N"),
        };
        Add(claims, "purpose", subject.Purpose);
        Add(claims, "partner", subject.Partner);
        Add(claims, "behind", subject.Behind);
        Add(claims, "act", subject.ActingParty);
        Add(claims, "rights_version", subject.RightsVersion);
        Add(claims, "sid", subject.SessionId?.ToString());
        return claims;
    }

    private static void Add(Dictionary<string, object> claims, string name, object? value)
    {
        if (value is not null)
        {
            claims[name] = value;
        }
    }
}
