using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cnaim.Identity.Tokens;
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

    /// <summary>What a stranger may learn: how an assertion must be signed, and to whom it is addressed.</summary>
    public string NotAccepted => $"The assertion was not accepted: sign it with a key of the client (ES256 or PS256; 'kid' names it) and address it ('aud') to exactly {Issuer} or {Endpoint}.";

    private string Issuer => identity.Value.Issuer;

    private string Endpoint => ServerMetadata.Of(Issuer).TokenEndpoint;

    /// <summary>Null for a good one, which is then used up; otherwise what is wrong with it. Only who holds a key of the client learns more than a stranger.</summary>
    public async Task<string?> WhyNotAsync(Client client, string assertion, CancellationToken cancellationToken)
    {
        if (client.PublicKeys is null || await _handler.ValidateTokenAsync(assertion, SignedBy(client)) is not { IsValid: true, SecurityToken: JsonWebToken token })
        {
            return NotAccepted;
        }

        var now = clock.GetUtcNow();
        return WhyNotFor(client, token) ?? WhyNotAt(token, now)
            ?? (await clients.TryUseAssertionAsync(client.ClientId, SHA256.HashData(Encoding.UTF8.GetBytes(token.Id)), new DateTimeOffset(token.ValidTo, TimeSpan.Zero) + Skew, now, cancellationToken)
                ? null
                : "This 'jti' was used before: make a new one for every request.");
    }

    private string? WhyNotFor(Client client, JsonWebToken token)
    {
        if (!string.Equals(token.Issuer, client.ClientId, StringComparison.Ordinal) || !string.Equals(token.Subject, client.ClientId, StringComparison.Ordinal))
        {
            return "'iss' and 'sub' must both be the client's id.";
        }

        // Both of them are this server; a third would be somebody who could use the assertion here.
        return token.Audiences.Any() && token.Audiences.All(audience => string.Equals(audience, Issuer, StringComparison.Ordinal) || string.Equals(audience, Endpoint, StringComparison.Ordinal))
            ? token.Id is { Length: > 0 and <= 256 } ? null : "'jti' must be 1 to 256 characters."
            : $"'aud' must be exactly {Issuer} or {Endpoint}, and nobody else.";
    }

    private static string? WhyNotAt(JsonWebToken token, DateTimeOffset now)
    {
        var clockSays = string.Create(CultureInfo.InvariantCulture, $"; this server's clock says {now.ToUnixTimeSeconds()}.");
        return token.ValidTo == DateTime.MinValue ? "'exp' is missing."
            : token.ValidTo + Skew <= now.UtcDateTime ? "The assertion has expired ('exp')" + clockSays
            : token.ValidTo > (now + Longest + Skew).UtcDateTime ? "The assertion lives too long: 'exp' may be at most 5 minutes ahead" + clockSays
            : token.ValidFrom != DateTime.MinValue && token.ValidFrom - Skew > now.UtcDateTime ? "The assertion is not valid yet ('nbf')" + clockSays
            : null;
    }

    // Here the signature alone: what an assertion says is looked at afterwards, to be able to say what is wrong.
    private static TokenValidationParameters SignedBy(Client client) => new()
    {
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSsaPssSha256],
        IssuerSigningKeys = new JsonWebKeySet(client.PublicKeys).Keys,
        RequireSignedTokens = true,
        ValidateIssuer = false,
        ValidateAudience = false,
        ValidateLifetime = false,
    };
}
