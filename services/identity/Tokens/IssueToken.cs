using Cnaim.Identity.Keys;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.Identity.Tokens;

/// <summary>Signs an access token of ten minutes (ADR 0001).</summary>
internal sealed class IssueToken(KeyRing keys, IOptions<IdentityOptions> identity, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A compact JWT, or null while no key is loaded.</summary>
    public string? For(TokenSubject subject, string scope)
    {
        if (keys.Current is not { } signing)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = identity.Value.Issuer,
            Audience = IdentityOptions.Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Life,
            TokenType = "at+jwt",
            SigningCredentials = signing,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["sub"] = subject.Subject,
                ["office"] = subject.Office,
                ["centre"] = subject.Centre,
                ["role"] = subject.Role,
                ["scope"] = scope,
                ["jti"] = Guid.CreateVersion7().ToString("N"),
            },
        });
    }
}
