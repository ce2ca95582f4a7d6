using Cnaim.Identity.Exchange;
using Cnaim.Identity.Tokens;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.Identity.External;

/// <summary>Checks a token of an external issuer and says in the platform's words who it is.</summary>
internal sealed class ReadExternalToken(IOptions<ExternalIssuerOptions> options, ExternalKeys keys, ReferenceCodes codes, TimeProvider clock)
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 8 * 1024 };

    public async Task<SubjectProof?> ReadAsync(string text, CancellationToken cancellationToken)
    {
        var token = _handler.CanReadToken(text) ? _handler.ReadJsonWebToken(text) : null;
        var issuer = options.Value.ExternalIssuers.Find(known => string.Equals(known.Issuer, token?.Issuer, StringComparison.Ordinal));
        if (token?.Kid is null || issuer is null || await FindAsync(issuer, token.Kid, cancellationToken) is not { } key)
        {
            return null;
        }

        var result = await _handler.ValidateTokenAsync(text, Parameters(issuer, key));
        return result.IsValid ? Translate(issuer, token) : null;
    }

    // Whose keys cannot be fetched cannot be believed.
    private async Task<SecurityKey?> FindAsync(ExternalIssuer issuer, string keyId, CancellationToken cancellationToken)
    {
        try
        {
            return await keys.FindAsync(issuer.Keys!, keyId, cancellationToken);
        }
        catch (Exception silent) when (silent is HttpRequestException or ArgumentException)
        {
            return null;
        }
    }

    private TokenValidationParameters Parameters(ExternalIssuer issuer, SecurityKey key) => new()
    {
        ValidIssuer = issuer.Issuer,
        ValidAudience = issuer.Audience,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256],
        IssuerSigningKey = key,
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        ClockSkew = Skew,
        LifetimeValidator = (notBefore, expires, _, parameters) =>
            expires + parameters.ClockSkew > clock.GetUtcNow().UtcDateTime && (notBefore is null || notBefore - parameters.ClockSkew <= clock.GetUtcNow().UtcDateTime),
    };

    private SubjectProof? Translate(ExternalIssuer issuer, JsonWebToken token)
    {
        var (office, centre, role) = (Text(token, issuer.OfficeClaim), Text(token, issuer.CentreClaim), issuer.Roles.GetValueOrDefault(Text(token, issuer.RoleClaim)));
        return token.Subject is { Length: > 0 and <= 128 } subject && codes.Offices.Contains(office) && codes.Centres.Contains(centre) && role is not null
            ? new SubjectProof(new TokenSubject($"ext:{issuer.Name}:{subject}", office, centre, role), "", new DateTimeOffset(token.ValidTo, TimeSpan.Zero))
            : null;
    }

    private static string Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var value) ? value : "";
}
