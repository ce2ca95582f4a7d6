using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>Checks a token with the key that it names; a token checked before is only looked up.</summary>
internal sealed class PlatformTokenHandler(SigningKeys keys, ValidatedTokens validated) : TokenHandler
{
    private const int LongestToken = 8 * 1024;
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };

    public override SecurityToken ReadToken(string token) => _handler.ReadToken(token);

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var digest = TokenDigest.Of(token);
        if (validated.Find(digest) is { } known)
        {
            return known;
        }

        if (token.Length > LongestToken || !_handler.CanReadToken(token))
        {
            return new TokenValidationResult { Exception = new SecurityTokenMalformedException("The token is no JWT.") };
        }

        var jwt = _handler.ReadJsonWebToken(token);
        var parameters = validationParameters.Clone();
        parameters.IssuerSigningKey = await keys.FindAsync(jwt.Kid, CancellationToken.None);
        var result = await _handler.ValidateTokenAsync(jwt, parameters);
        if (result.IsValid)
        {
            validated.Keep(digest, result, new DateTimeOffset(jwt.ValidTo, TimeSpan.Zero) + parameters.ClockSkew);
        }

        return result;
    }
}
