using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Cnaim.Identity.Tests;

/// <summary>Partners' clients are made by two administrators and sign for themselves (RFC 7523).</summary>
[Collection(nameof(StaffIdentity))]
public sealed class When_a_partner_has_a_client(StaffIdentity identity)
{
    private const string Changes = "/v1/clients/changes";
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private const string Endpoint = IdentityUnderTest.Issuer + "/connect/token";
    private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "partner-1" };
    private readonly string _client = "partner-" + Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Should_get_a_token_with_its_scopes_for_its_office_and_centre()
    {
        await CreateAsync();
        var json = await (await AskAsync(Sign())).JsonAsync(200);
        var token = await identity.Client.ReadTokenAsync(json.GetProperty("access_token").GetString()!);
        (token.Claims["sub"], token.Claims["office"], token.Claims["centre"], token.Claims["role"], token.Claims["scope"])
            .ShouldBe((_client, "tax", "cnaim-faro", "partner-client", "referrals.read directory.read"));
    }

    [Fact]
    public async Task Should_be_refused_with_the_same_assertion_again()
    {
        await CreateAsync();
        var assertion = Sign();
        (await AskAsync(assertion)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await AskAsync(assertion)).ShouldRefuseAsync(401, "invalid_client");
        await (await AskAsync(Sign(token => token.Claims["jti"] = new JsonWebToken(assertion).Id))).ShouldRefuseAsync(401, "invalid_client");
    }

    [Fact]
    public async Task Should_be_refused_with_an_assertion_for_elsewhere_too_long_unsigned_or_of_another()
    {
        await CreateAsync();
        var foreign = new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = _key.KeyId };
        string[] wrong =
        [
            Sign(token => token.Audience = "http://elsewhere.test/connect/token"),
            Sign(token => token.Audience = "cnaim"),
            Sign(token => token.Issuer = "another-partner"),
            Sign(token => token.Claims["sub"] = "health"),
            Sign(token => token.Expires = DateTime.UtcNow.AddMinutes(10)),
            Sign(token => token.Expires = DateTime.UtcNow.AddMinutes(-2)),
            Sign(token => token.Claims.Remove("jti")),
            Sign(token => token.SigningCredentials = null),
            Sign(token => token.SigningCredentials = new SigningCredentials(foreign, SecurityAlgorithms.EcdsaSha256)),
            "x",
        ];
        foreach (var assertion in wrong)
        {
            await (await AskAsync(assertion)).ShouldRefuseAsync(401, "invalid_client");
        }

        await (await identity.Client.AskAsync("health:" + IdentityUnderTest.HealthSecret, Form(Sign()))).ShouldRefuseAsync(400, "invalid_request");
    }

    [Theory]
    [InlineData("aud", "'aud' must be exactly " + IdentityUnderTest.Issuer + " or " + Endpoint)]
    [InlineData("two", "and nobody else")]
    [InlineData("iss", "'iss' and 'sub' must both be the client's id")]
    [InlineData("late", "has expired ('exp'); this server's clock says ")]
    [InlineData("long", "at most 5 minutes ahead")]
    [InlineData("early", "not valid yet ('nbf')")]
    [InlineData("jti", "'jti' must be 1 to 256 characters")]
    [InlineData("again", "This 'jti' was used before")]
    public async Task Should_tell_the_holder_of_its_key_what_is_wrong(string wrong, string told)
    {
        await CreateAsync();
        var assertion = Sign(token => Spoil(token, wrong));
        if (wrong is "again")
        {
            (await AskAsync(assertion)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await ToldAsync(assertion)).ShouldContain(told);
    }

    [Fact]
    public async Task Should_tell_strangers_only_how_to_sign_and_for_whom()
    {
        await CreateAsync();
        SigningCredentials Foreign(string id) => new(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = id }, SecurityAlgorithms.EcdsaSha256);
        string[] unsigned =
        [
            Sign(token => token.SigningCredentials = Foreign(_key.KeyId)),
            Sign(token => token.SigningCredentials = Foreign("another")),
            Sign(token => (token.SigningCredentials, token.Expires) = (Foreign(_key.KeyId), DateTime.UtcNow.AddMinutes(-9))),
            Sign(token => (token.Issuer, token.Claims["sub"]) = ("nobody-there", "nobody-there")),
            Sign(token => token.SigningCredentials = null),
            "x",
        ];

        List<string> told = [];
        foreach (var assertion in unsigned)
        {
            told.Add(await ToldAsync(assertion));
        }

        told.Distinct().ShouldHaveSingleItem().ShouldContain($"exactly {IdentityUnderTest.Issuer} or {Endpoint}");
    }

    [Fact]
    public async Task Should_address_the_issuer_or_the_endpoint()
    {
        await CreateAsync();
        (await AskAsync(Sign(token => token.Audience = IdentityUnderTest.Issuer))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ToldAsync(Sign(token => token.Audience = IdentityUnderTest.Issuer + "/"))).ShouldContain("'aud'");
    }

    [Fact]
    public async Task Should_lose_its_tokens_with_its_end()
    {
        await CreateAsync();
        var token = (await (await AskAsync(Sign())).JsonAsync(200)).GetProperty("access_token").GetString()!;
        await (await ExchangeAsync(token)).JsonAsync(200);
        var last = (await identity.ChangesAsync(null)).GetProperty("last").GetInt64();
        var waiting = identity.ChangesAsync(last);
        await ApproveAsync(await RequestAsync(Body("disable", null)));
        (await waiting).GetProperty("subjects").EnumerateArray().Select(subject => subject.GetString()).ShouldContain(_client);
        await (await ExchangeAsync(token)).ShouldRefuseAsync(400, "invalid_grant");
        await (await AskAsync(Sign())).ShouldRefuseAsync(401, "invalid_client");
    }

    [Fact]
    public async Task Should_need_two_administrators()
    {
        var id = await RequestAsync(Body("create", PublicKeys()));
        var own = await identity.SendAsync(await identity.TokenAsync("administrator"), HttpMethod.Post, $"{Changes}/{id}/approve");
        (await own.JsonAsync(403)).GetProperty("type").GetString().ShouldBe("urn:cnaim:problem:own-request");
        await Should.ThrowAsync<PostgresException>(() => identity.SqlAsync($"UPDATE client_change SET decision = 'approved', decided_by = requested_by, decided_at = now() WHERE change_id = '{id}'"));
        (await identity.SendAsync(await identity.TokenAsync("coordinator"), HttpMethod.Post, $"{Changes}/{id}/approve")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("health")]
    [InlineData("gateway")]
    [InlineData("sandbox")]
    [InlineData("A b")]
    public async Task Should_not_take_the_name_of_a_service(string name) =>
        await (await identity.SendAsync(await identity.TokenAsync("administrator"), HttpMethod.Post, Changes, Body("create", PublicKeys(), name))).JsonAsync(422);

    [Fact]
    public async Task Should_not_hand_over_a_private_key() =>
        await (await identity.SendAsync(await identity.TokenAsync("administrator"), HttpMethod.Post, Changes, Body("create", PublicKeys(withPrivate: true)))).JsonAsync(422);

    private async Task CreateAsync() => await ApproveAsync(await RequestAsync(Body("create", PublicKeys())));

    private async Task<Guid> RequestAsync(object body) =>
        (await (await identity.SendAsync(await identity.TokenAsync("administrator"), HttpMethod.Post, Changes, body)).JsonAsync(200)).GetProperty("changeId").GetGuid();

    private async Task ApproveAsync(Guid id) =>
        await (await identity.SendAsync(await identity.TokenAsync("administrator", desk: "2"), HttpMethod.Post, $"{Changes}/{id}/approve")).JsonAsync(200);

    private object Body(string kind, JsonElement? publicKeys, string? name = null) => new
    {
        kind,
        clientId = name ?? _client,
        office = "tax",
        centre = "cnaim-faro",
        scopes = new[] { "referrals.read", "directory.read" },
        publicKeys,
        reason = "agreement signed",
    };

    private JsonElement PublicKeys(bool withPrivate = false)
    {
        var parameters = _key.ECDsa.ExportParameters(withPrivate);
        var key = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kty"] = "EC",
            ["crv"] = "P-256",
            ["kid"] = _key.KeyId,
            ["x"] = Base64UrlEncoder.Encode(parameters.Q.X),
            ["y"] = Base64UrlEncoder.Encode(parameters.Q.Y),
        };
        if (withPrivate)
        {
            key["d"] = Base64UrlEncoder.Encode(parameters.D);
        }

        return JsonSerializer.SerializeToElement(new { keys = new[] { key } });
    }

    private string Sign(Action<SecurityTokenDescriptor>? change = null)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = _client,
            Audience = Endpoint,
            Expires = DateTime.UtcNow.AddMinutes(2),
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.EcdsaSha256),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = _client, ["jti"] = Guid.NewGuid().ToString() },
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    private static void Spoil(SecurityTokenDescriptor token, string wrong)
    {
        var now = DateTime.UtcNow;
        switch (wrong)
        {
            case "aud":
                token.Audience = "http://elsewhere.test/connect/token";
                break;
            case "two":
                token.Audience = null;
                token.Audiences.Add(Endpoint);
                token.Audiences.Add("http://elsewhere.test");
                break;
            case "iss":
                token.Issuer = "another-partner";
                break;
            case "late":
                token.Expires = now.AddMinutes(-2);
                break;
            case "long":
                token.Expires = now.AddMinutes(10);
                break;
            case "early":
                token.NotBefore = now.AddMinutes(1);
                break;
            case "jti":
                token.Claims.Remove("jti");
                break;
            default:
                break;
        }
    }

    private async Task<string> ToldAsync(string assertion)
    {
        var json = await (await AskAsync(assertion)).JsonAsync(401);
        json.GetProperty("error").GetString().ShouldBe("invalid_client");
        return json.GetProperty("error_description").GetString()!;
    }

    private static string Form(string assertion) => $"grant_type=client_credentials&client_assertion_type={AssertionType}&client_assertion={assertion}";

    private Task<HttpResponseMessage> AskAsync(string assertion) => identity.Client.AskAsync(null, Form(assertion));

    private Task<HttpResponseMessage> ExchangeAsync(string token) => identity.Client.AskAsync(
        "gateway:" + IdentityUnderTest.GatewaySecret,
        $"grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token={token}&subject_token_type=urn:ietf:params:oauth:token-type:access_token&audience=tax",
        "/connect/exchange");
}
