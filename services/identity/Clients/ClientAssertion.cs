using System.Security.Cryptography;
using System.Text;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.Identity.Clients;

/// <summary>Checks an assertion that a client has signed with its own key (RFC 7523, private_key_jwt): for this endpoint, for a few minutes, once.</summary>
internal sealed class ClientAssertion(ClientStore clients, IOptions<IdentityOptions> identity, TimeProvider clock)
{
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 8 * 1024 };

    public static string? ClientOf(string assertion)
    {
        var handler = new JsonWebTokenHandler { MaximumTokenSizeInBytes = 8 * 1024 };
        return handler.CanReadToken(assertion) ? handler.ReadJsonWebToken(assertion).Subject : null;
    }

    public async Task<bool> IsGoodAsync(Client client, string assertion, CancellationToken cancellationToken)
    {
        if (client.PublicKeys is null)
        {
            return false;
        }

        var result = await _handler.ValidateTokenAsync(assertion, Parameters(client));
        var now = clock.GetUtcNow();
        return result is { IsValid: true, SecurityToken: JsonWebToken token }
            && string.Equals(token.Subject, client.ClientId, StringComparison.Ordinal)
            && token.Id is { Length: > 0 and <= 256 }
            && token.ValidTo <= (now + Longest + Skew).UtcDateTime
            && await clients.TryUseAssertionAsync(client.ClientId, SHA256.HashData(Encoding.UTF8.GetBytes(token.Id)), new DateTimeOffset(token.ValidTo, TimeSpan.Zero) + Skew, now, cancellationToken);
    }

    private TokenValidationParameters Parameters(Client client) => new()
    {
        ValidIssuer = client.ClientId,
        ValidAudiences = [identity.Value.Issuer.TrimEnd('/') + "/connect/token"],
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSsaPssSha256],
        IssuerSigningKeys = new JsonWebKeySet(client.PublicKeys).Keys,
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        ClockSkew = Skew,
        LifetimeValidator = (notBefore, expires, _, parameters) =>
            expires + parameters.ClockSkew > clock.GetUtcNow().UtcDateTime && (notBefore is null || notBefore - parameters.ClockSkew <= clock.GetUtcNow().UtcDateTime),
    };
}
