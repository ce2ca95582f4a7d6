using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.Testing.Edge;

/// <summary>A small issuer on its own port: keys that can be rotated, a key document that can be switched off, a token endpoint that counts.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    public const string Name = "http://issuer.test";
    private readonly WebApplication _app;
    private readonly List<ECDsaSecurityKey> _keys = [];
    private readonly ConcurrentDictionary<string, int> _exchangesOf = new(StringComparer.Ordinal);
    private int _keyFetches;
    private int _tokenFetches;
    private int _exchanges;

    private Issuer(WebApplication app) => _app = app;

    public bool IsDown { get; set; }

    public int KeyFetches => _keyFetches;

    public int TokenFetches => _tokenFetches;

    public int Exchanges => _exchanges;

    /// <summary>How often a subject's token was exchanged.</summary>
    public int ExchangesOf(string subject) => _exchangesOf.GetValueOrDefault(subject);

    /// <summary>What <c>/connect/exchange</c> refuses with; null exchanges.</summary>
    public string? ExchangeError { get; set; }

    /// <summary>Whom <c>/connect/exchange</c> refuses, while other tests go on with the same issuer.</summary>
    public string? RefusedSubject { get; set; }

    public int TokenSeconds { get; set; } = 600;

    public string Address => _app.Urls.Single();

    public static async Task<Issuer> StartAsync(string address = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.ClearProviders();
        var issuer = new Issuer(builder.Build());
        issuer.Rotate();
        issuer._app.MapGet("/keys", issuer.Keys);
        issuer._app.MapPost("/connect/token", issuer.Token);
        issuer._app.MapPost("/connect/exchange", issuer.Exchange);
        await issuer._app.StartAsync();
        return issuer;
    }

    public ECDsaSecurityKey Rotate()
    {
        var key = new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = Guid.NewGuid().ToString("N") };
        _keys.Add(key);
        return key;
    }

    /// <summary>Whom tokens are addressed to unless something else is said: the gateway.</summary>
    public string Audience { get; set; } = "cnaim";

    /// <summary>A token as identity issues it.</summary>
    public string Issue(Action<SecurityTokenDescriptor>? change = null, string? audience = null)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = audience ?? Audience,
            NotBefore = DateTime.UtcNow.AddMinutes(-1),
            Expires = DateTime.UtcNow.AddMinutes(10),
            SigningCredentials = new SigningCredentials(_keys[^1], SecurityAlgorithms.EcdsaSha256),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["sub"] = "desk-1",
                ["office"] = "health",
                ["centre"] = "cnaim-lisboa",
                ["role"] = "office-agent",
            },
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Keys()
    {
        Interlocked.Increment(ref _keyFetches);
        return IsDown
            ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
            : Results.Json(new { keys = _keys.Select(Publish) });
    }

    /// <summary>Gives the same subject a token for the audience that the form names, as identity does, and counts.</summary>
    public async Task<IResult> Exchange(HttpRequest request)
    {
        Interlocked.Increment(ref _exchanges);
        var form = await request.ReadFormAsync();
        if (IsDown)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        if (ExchangeError is { } error)
        {
            return Results.Json(new { error }, statusCode: StatusCodes.Status400BadRequest);
        }

        if (form["subject_token_type"] == "urn:cnaim:token-type:session")
        {
            return Answer(Issue(token => AddStaff(token, form["subject_token"].ToString()), form["audience"].ToString()));
        }

        var claims = new JsonWebToken(form["subject_token"].ToString()).Claims.Where(claim => claim.Type is "sub" or "office" or "centre" or "role")
            .ToDictionary(claim => claim.Type, object (claim) => claim.Value, StringComparer.Ordinal);
        if (claims["sub"].Equals(RefusedSubject))
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        claims["purpose"] = form["purpose"].ToString();
        _exchangesOf.AddOrUpdate((string)claims["sub"], 1, (_, count) => count + 1);
        return Answer(Issue(token => token.Claims = claims, form["audience"].ToString()));
    }

    // A session whose secret begins with "role:" is one of that role; of a partner's developer it names the client too.
    private static void AddStaff(SecurityTokenDescriptor token, string secret)
    {
        var parts = secret.StartsWith("role:", StringComparison.Ordinal) ? secret.Split(':') : ["", "office-agent"];
        (token.Claims["sub"], token.Claims["role"]) = ("staff:" + secret, parts[1]);
        if (parts is [_, "partner-developer", var client])
        {
            token.Claims["partner"] = client;
        }
    }

    private async Task<IResult> Token(HttpRequest request)
    {
        Interlocked.Increment(ref _tokenFetches);
        var form = await request.ReadFormAsync();
        return IsDown ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Answer(Issue(audience: form["audience"].ToString()));
    }

    private IResult Answer(string token) =>
        Results.Json(new Dictionary<string, object>(StringComparer.Ordinal) { ["access_token"] = token, ["expires_in"] = TokenSeconds, ["token_type"] = "Bearer" });

    private static object Publish(ECDsaSecurityKey key)
    {
        var point = key.ECDsa.ExportParameters(false).Q;
        return new { kty = "EC", crv = "P-256", use = "sig", kid = key.KeyId, x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y) };
    }
}
