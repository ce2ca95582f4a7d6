using System.Net;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Cnaim.Identity.Tests;

/// <summary>A person who works for one partner's client: sees it, removes its keys at once, and gets new ones past an administrator.</summary>
[Collection(nameof(StaffIdentity))]
public sealed class When_a_partner_has_a_developer(StaffIdentity identity)
{
    private const string Client = "/v1/client";
    private const string Staff = "/v1/staff/changes";

    [Fact]
    public async Task Should_carry_the_client_in_the_token_and_see_it_alone()
    {
        var token = await DeveloperAsync();
        var read = new JsonWebToken(token);
        (read.GetPayloadValue<string>("role"), read.GetPayloadValue<string>("partner")).ShouldBe(("partner-developer", "sandbox-partner"));

        var client = await (await identity.SendAsync(token, HttpMethod.Get, Client)).JsonAsync(200);
        (client.GetProperty("clientId").GetString(), client.GetProperty("mayHaveSecret").GetBoolean()).ShouldBe(("sandbox-partner", true));
        client.GetRawText().ShouldNotContain("Hash", Case.Insensitive);
        (await identity.SendAsync(token, HttpMethod.Get, "/v1/clients/changes")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await identity.SendAsync(token, HttpMethod.Get, Staff)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Should_be_nobody_without_a_client_and_no_client_by_itself()
    {
        (await identity.SendAsync(await identity.TokenAsync("partner-developer"), HttpMethod.Get, Client)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var client = (await (await identity.Client.AskAsync("sandbox-partner:" + StaffIdentity.PartnerSecret, "grant_type=client_credentials")).JsonAsync(200)).GetProperty("access_token").GetString()!;
        (await ExchangedAsync(client)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await identity.SendAsync(await TokenOfAsync(await ExchangedAsync(client)), HttpMethod.Get, Client)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "a leaked secret changes no key");
    }

    [Fact]
    public async Task Should_get_a_key_past_an_administrator_and_remove_it_at_once()
    {
        var token = await DeveloperAsync();
        var key = new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "own-" + Guid.NewGuid().ToString("N")[..8] };
        var asked = await (await AddAsync(token, Jwk(key))).JsonAsync(200);
        var change = asked.GetProperty("changeId").GetGuid();
        (await SignedAsync(key)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "nobody has approved it");
        (await (await AddAsync(token, Jwk(key) with { Id = "another" })).JsonAsync(409)).GetProperty("type").GetString().ShouldBe("urn:cnaim:problem:client-key-waiting");
        (await identity.SendAsync(token, HttpMethod.Post, $"/v1/clients/changes/{change}/approve")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        await (await identity.SendAsync(await identity.TokenAsync("administrator"), HttpMethod.Post, $"/v1/clients/changes/{change}/approve")).JsonAsync(200);
        (await SignedAsync(key)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await AddAsync(token, Jwk(key))).JsonAsync(422)).GetProperty("type").GetString().ShouldBe("urn:cnaim:problem:client-key-invalid");

        await (await AddAsync(token, Jwk(key) with { Id = "waits" })).JsonAsync(200);
        (await identity.SendAsync(token, HttpMethod.Post, Client + "/keys/remove", new { keyId = key.KeyId })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await SignedAsync(key)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var left = await (await identity.SendAsync(token, HttpMethod.Get, Client)).JsonAsync(200);
        left.GetProperty("waiting").GetArrayLength().ShouldBe(0, "a change that waits would put the key back");
        left.GetProperty("keys").EnumerateArray().Select(one => one.GetProperty("keyId").GetString()).ShouldNotContain(key.KeyId);
        (await identity.SendAsync(token, HttpMethod.Post, Client + "/keys/remove", new { keyId = key.KeyId })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Should_hand_over_no_private_key()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(pair) { KeyId = "whole" });
        var body = new { publicKey = new { kty = key.Kty, crv = key.Crv, x = key.X, y = key.Y, d = key.D, kid = key.KeyId }, reason = "a mistake" };
        await (await identity.SendAsync(await DeveloperAsync(), HttpMethod.Post, Client + "/keys", body)).JsonAsync(422);
    }

    [Fact]
    public async Task Should_get_a_secret_once_in_the_sandbox_and_the_former_no_more()
    {
        var token = await DeveloperAsync();
        await identity.SqlAsync("CREATE TABLE IF NOT EXISTS former AS SELECT * FROM client WHERE client_id = 'sandbox-partner'");
        try
        {
            var secret = (await (await identity.SendAsync(token, HttpMethod.Post, Client + "/secret")).JsonAsync(200)).GetProperty("secret").GetString()!;
            secret.Length.ShouldBeGreaterThan(40);
            await (await identity.Client.AskAsync("sandbox-partner:" + secret, "grant_type=client_credentials")).JsonAsync(200);
            await (await identity.Client.AskAsync("sandbox-partner:" + StaffIdentity.PartnerSecret, "grant_type=client_credentials")).ShouldRefuseAsync(401, "invalid_client");
        }
        finally
        {
            await identity.SqlAsync("UPDATE client AS c SET secret_salt = f.secret_salt, secret_hash = f.secret_hash FROM former AS f WHERE f.client_id = c.client_id");
        }
    }

    [Fact]
    public async Task Should_need_a_client_that_exists_and_an_administrator()
    {
        var account = "dev." + Guid.NewGuid().ToString("N")[..8];
        var administrator = await identity.TokenAsync("administrator");
        await (await identity.SendAsync(administrator, HttpMethod.Post, Staff, Body(account, null))).JsonAsync(422);
        await (await identity.SendAsync(administrator, HttpMethod.Post, Staff, Body(account, "sandbox-partner", "mediator", "cnaim-lisboa"))).JsonAsync(422);
        (await identity.SendAsync(await identity.TokenAsync("coordinator"), HttpMethod.Post, Staff, Body(account, "sandbox-partner", centre: "cnaim-lisboa"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var unknown = (await (await identity.SendAsync(administrator, HttpMethod.Post, Staff, Body(account, "nobody-there"))).JsonAsync(200)).GetProperty("changeId").GetGuid();
        (await (await ApproveAsync(unknown)).JsonAsync(409)).GetProperty("type").GetString().ShouldBe("urn:cnaim:problem:staff-change-impossible");
        await Should.ThrowAsync<PostgresException>(() => identity.SqlAsync("UPDATE assignment SET client_id = NULL WHERE role = 'partner-developer'"));

        var good = (await (await identity.SendAsync(administrator, HttpMethod.Post, Staff, Body(account, "sandbox-partner"))).JsonAsync(200)).GetProperty("changeId").GetGuid();
        (await (await ApproveAsync(good)).JsonAsync(200)).GetProperty("invitation").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Should_be_signed_out_with_the_end_of_the_client()
    {
        var secret = await identity.SignInAsync("demo-partner-developer");
        await (await identity.ExchangeAsync(secret)).JsonAsync(200);
        await identity.SqlAsync("UPDATE client SET disabled_at = now() WHERE client_id = 'sandbox-partner'");
        try
        {
            await (await identity.ExchangeAsync(secret)).ShouldRefuseAsync(400, "invalid_grant");
        }
        finally
        {
            await identity.SqlAsync("UPDATE client SET disabled_at = NULL WHERE client_id = 'sandbox-partner'");
        }
    }

    private async Task<string> DeveloperAsync() => await identity.ExchangedAsync(await identity.SignInAsync("demo-partner-developer"));

    private Task<HttpResponseMessage> AddAsync(string token, OwnJwk key) =>
        identity.SendAsync(token, HttpMethod.Post, Client + "/keys", new { publicKey = new { kty = "EC", crv = "P-256", kid = key.Id, x = key.X, y = key.Y }, reason = "rotation" });

    private async Task<HttpResponseMessage> ApproveAsync(Guid change) =>
        await identity.SendAsync(await identity.TokenAsync("administrator", desk: "2"), HttpMethod.Post, $"{Staff}/{change}/approve");

    private Task<HttpResponseMessage> SignedAsync(ECDsaSecurityKey key)
    {
        var assertion = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "sandbox-partner",
            Audience = IdentityUnderTest.Issuer + "/connect/token",
            Expires = DateTime.UtcNow.AddMinutes(2),
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = "sandbox-partner", ["jti"] = Guid.NewGuid().ToString() },
        });
        return identity.Client.AskAsync(null, $"grant_type=client_credentials&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion={assertion}");
    }

    private Task<HttpResponseMessage> ExchangedAsync(string token) => identity.Client.AskAsync(
        "gateway:" + IdentityUnderTest.GatewaySecret,
        $"grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token={token}&subject_token_type=urn:ietf:params:oauth:token-type:access_token&audience=identity",
        "/connect/exchange");

    private static async Task<string> TokenOfAsync(HttpResponseMessage answer) => (await answer.JsonAsync(200)).GetProperty("access_token").GetString()!;

    private static object Body(string account, string? clientId, string role = "partner-developer", string centre = "") =>
        new { kind = "create", account, role, office = "reception", centre, clientId, reason = "connects the system" };

    private static OwnJwk Jwk(ECDsaSecurityKey key)
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new OwnJwk(key.KeyId, Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y));
    }

    private sealed record OwnJwk(string Id, string X, string Y);
}
