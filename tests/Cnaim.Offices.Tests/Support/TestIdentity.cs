using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.Offices.Tests.Support;

/// <summary>An issuer on its own port: signs for any office and centre, publishes its key, gives services their tokens.</summary>
internal sealed class TestIdentity : IAsyncDisposable
{
    public const string Issuer = "http://identity.test";

    private readonly WebApplication _app;
    private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" };

    private TestIdentity(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public static async Task<TestIdentity> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var identity = new TestIdentity(builder.Build());
        identity._app.MapGet("/keys", identity.Keys);
        identity._app.MapPost("/connect/token", (HttpRequest request) => identity.Answer(request, "service", "", "service"));
        identity._app.MapPost("/connect/exchange", identity.Exchange);
        await identity._app.StartAsync();
        return identity;
    }

    public string TokenOf(string audience, string office, string centre, string role = "office-agent", string? scope = null, string? behind = null) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = audience,
        Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(2),
        SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.EcdsaSha256),
        Claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["sub"] = $"{role}-1",
            ["office"] = office,
            ["centre"] = centre,
            ["role"] = role,
            ["scope"] = scope ?? "referrals.read referrals.answer screening.use directory.read",
            ["behind"] = behind ?? "",
        },
    });

    private async Task<IResult> Exchange(HttpRequest request)
    {
        var subject = new JsonWebToken((await request.ReadFormAsync())["subject_token"].ToString());
        string Claim(string name) => subject.GetPayloadValue<string>(name);
        return await Answer(request, Claim("office"), Claim("centre"), Claim("role"));
    }

    private async Task<IResult> Answer(HttpRequest request, string office, string centre, string role)
    {
        var audience = (await request.ReadFormAsync())["audience"].ToString();
        return Results.Json(new { access_token = TokenOf(audience, office, centre, role), expires_in = 120, token_type = "Bearer" });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.ECDsa.Dispose();
    }

    private IResult Keys()
    {
        var point = _key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return Results.Json(new
        {
            keys = new[] { new { kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = _key.KeyId, x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y) } },
        });
    }
}
