using System.Text.Json;
using Cnaim.Identity.Keys;
using Cnaim.Identity.Tokens;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.Identity.Exchange;

/// <summary>Checks a token of identity's own that is to be exchanged: signature, audience, life, and that its subject still may what it says.</summary>
internal sealed class ReadSubjectToken(KeyRing keys, CurrentRights rights, IOptions<IdentityOptions> identity, TimeProvider clock)
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 8 * 1024 };

    public async Task<SubjectProof?> ReadAsync(string token, string audience, CancellationToken cancellationToken)
    {
        var result = _handler.CanReadToken(token) ? await _handler.ValidateTokenAsync(token, Parameters(audience)) : null;
        var proof = result is { IsValid: true, SecurityToken: JsonWebToken read } ? Proof(read) : null;
        return proof is not null && await rights.AreStillAsync(proof.Subject, cancellationToken) ? proof : null;
    }

    private TokenValidationParameters Parameters(string audience) => new()
    {
        ValidIssuer = identity.Value.Issuer,
        ValidAudience = audience,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        IssuerSigningKeys = keys.Verification,
        TryAllIssuerSigningKeys = false,
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        ClockSkew = Skew,
        LifetimeValidator = (notBefore, expires, _, parameters) =>
            expires + parameters.ClockSkew > clock.GetUtcNow().UtcDateTime && (notBefore is null || notBefore - parameters.ClockSkew <= clock.GetUtcNow().UtcDateTime),
    };

    private static SubjectProof? Proof(JsonWebToken token)
    {
        var (office, role) = (Text(token, "office"), Text(token, "role"));
        return token.Subject is null || office is null || role is null ? null : new SubjectProof(
            new TokenSubject(token.Subject, office, Text(token, "centre") ?? "", role)
            {
                RightsVersion = token.TryGetPayloadValue<long>("rights_version", out var version) ? version : null,
                SessionId = Guid.TryParse(Text(token, "sid"), out var session) ? session : null,
                Partner = Text(token, "partner"),
                Purpose = Text(token, "purpose"),
                Behind = Text(token, "behind"),
            },
            Text(token, "scope") ?? "",
            new DateTimeOffset(token.ValidTo, TimeSpan.Zero))
        {
            Before = token.TryGetPayloadValue<JsonElement>("act", out var act) ? act : null,
        };
    }

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var value) ? value : null;
}
