using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.Screening.Tests.Service;

/// <summary>Signs tokens as identity does, and serves the public key.</summary>
internal sealed class TokenIssuer : IAsyncDisposable
{
    public const string Name = "http://issuer.test";

    private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" };
    private readonly WebApplication _app;

    private TokenIssuer(WebApplication app) => _app = app;

    public string Keys => _app.Urls.Single() + "/keys";

    public static async Task<TokenIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var issuer = new TokenIssuer(builder.Build());
        issuer._app.MapGet("/keys", issuer.Document);
        await issuer._app.StartAsync();
        return issuer;
    }

    public string Token(string office, string centre, string role, string scope = "screening.use") => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Name,
        Audience = "screening",
        NotBefore = DateTime.UtcNow.AddMinutes(-1),
        Expires = DateTime.UtcNow.AddMinutes(30),
        SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.EcdsaSha256),
        Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = $"{role}@{centre}.{office}", ["office"] = office, ["centre"] = centre, ["role"] = role, ["scope"] = scope },
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Document()
    {
        var point = _key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return Results.Json(new
        {
            keys = new[]
            {
                new { kty = "EC", crv = "P-256", kid = _key.KeyId, use = "sig", alg = "ES256", x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y) },
            },
        });
    }
}
