using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cnaim.Identity.Tests;

/// <summary>RFC 8693 and ADR 0030: a client exchanges only what was addressed to it, and what it gets says no more than what it showed.</summary>
[Collection(nameof(SharedIdentity))]
public sealed class When_a_token_is_exchanged(SharedIdentity identity)
{
    private const string Gateway = "gateway:" + IdentityUnderTest.GatewaySecret;
    private const string Health = "health:" + IdentityUnderTest.HealthSecret;
    private const string AccessToken = "urn:ietf:params:oauth:token-type:access_token";

    [Fact]
    public async Task Should_give_the_gateway_a_token_of_two_minutes_for_one_service()
    {
        var json = await (await ExchangeAsync(Gateway, await CallerAsync(), "screening", "&purpose=emergency")).JsonAsync(200);
        json.GetProperty("expires_in").GetInt32().ShouldBe(120);
        json.GetProperty("issued_token_type").GetString().ShouldBe(AccessToken);
        var token = await ReadAsync(json, "screening");
        (token.Claims["sub"], token.Claims["office"], token.Claims["centre"], token.Claims["role"], token.Claims["purpose"])
            .ShouldBe(("demo:office-agent:health@cnaim-lisboa", "health", "cnaim-lisboa", "office-agent", "emergency"));
        token.Claims.ShouldNotContainKey("act");
        (token.SecurityToken.ValidTo - token.SecurityToken.ValidFrom).ShouldBe(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Should_let_a_service_call_on_for_its_caller_and_say_so()
    {
        var toHealth = await ExchangedAsync(Gateway, await CallerAsync(), "health", "&purpose=appointment");
        var onward = await (await ExchangeAsync(Health, toHealth, "screening")).JsonAsync(200);
        var token = await ReadAsync(onward, "screening");
        (token.Claims["sub"], token.Claims["centre"], token.Claims["role"], token.Claims["purpose"])
            .ShouldBe(("demo:office-agent:health@cnaim-lisboa", "cnaim-lisboa", "office-agent", "appointment"));
        new JsonWebToken(onward.GetProperty("access_token").GetString()).GetPayloadValue<JsonElement>("act").GetProperty("sub").GetString().ShouldBe("health");
    }

    [Fact]
    public async Task Should_not_let_a_purpose_be_changed_on_the_way()
    {
        var toHealth = await ExchangedAsync(Gateway, await CallerAsync(), "health", "&purpose=appointment");
        var onward = await ReadAsync(await (await ExchangeAsync(Health, toHealth, "screening", "&purpose=emergency")).JsonAsync(200), "screening");
        onward.Claims["purpose"].ShouldBe("appointment");
    }

    [Fact]
    public async Task Should_refuse_a_service_what_was_addressed_to_the_gateway_or_to_another()
    {
        var caller = await CallerAsync();
        await (await ExchangeAsync(Health, caller, "screening")).ShouldRefuseAsync(400, "invalid_grant");
        await (await ExchangeAsync(Health, await ExchangedAsync(Gateway, caller, "screening"), "directory")).ShouldRefuseAsync(400, "invalid_grant");
        await (await ExchangeAsync(Gateway, await ExchangedAsync(Gateway, caller, "health"), "screening")).ShouldRefuseAsync(400, "invalid_grant");
    }

    [Theory]
    [InlineData("cnaim")]
    [InlineData("gateway")]
    [InlineData("rabbitmq")]
    [InlineData("")]
    public async Task Should_refuse_an_audience_that_is_no_service(string audience) =>
        await (await ExchangeAsync(Gateway, await CallerAsync(), audience)).ShouldRefuseAsync(400, "invalid_target");

    [Fact]
    public async Task Should_refuse_a_client_that_is_no_service() =>
        await (await ExchangeAsync("sandbox:" + IdentityUnderTest.SandboxSecret, await CallerAsync(), "health")).ShouldRefuseAsync(400, "invalid_target");

    [Fact]
    public async Task Should_refuse_a_purpose_that_does_not_exist() =>
        await (await ExchangeAsync(Gateway, await CallerAsync(), "health", "&purpose=curiosity")).ShouldRefuseAsync(400, "invalid_request");

    [Theory]
    [InlineData("ticket:0198f3f0-5e5b-7d62-8f2c-2f0f6f1f9c11")]
    [InlineData("referral")]
    public async Task Should_say_for_which_work_the_gateway_asks_and_carry_it_on(string behind)
    {
        var toHealth = await ExchangedAsync(Gateway, await CallerAsync(), "health", "&behind=" + behind);
        var onward = await ReadAsync(await (await ExchangeAsync(Health, toHealth, "screening", "&behind=case")).JsonAsync(200), "screening");
        onward.Claims["behind"].ShouldBe(behind);
    }

    [Theory]
    [InlineData("curiosity")]
    [InlineData("ticket:A12")]
    [InlineData("ticket:0198f3f0-5e5b-7d62-8f2c-2f0f6f1f9c11:more")]
    [InlineData("")]
    public async Task Should_refuse_work_that_is_none(string behind) =>
        await (await ExchangeAsync(Gateway, await CallerAsync(), "health", "&behind=" + behind)).ShouldRefuseAsync(400, "invalid_request");

    [Fact]
    public async Task Should_refuse_who_is_no_client() => await (await ExchangeAsync("gateway:wrong", await CallerAsync(), "health")).ShouldRefuseAsync(401, "invalid_client");

    [Fact]
    public async Task Should_refuse_a_token_that_was_changed_unsigned_or_signed_by_another()
    {
        var parts = (await CallerAsync()).Split('.');
        var payload = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("office-agent", "coordinator", StringComparison.Ordinal));
        var none = Base64UrlEncoder.Encode("""{"alg":"none","typ":"at+jwt"}""");
        var foreign = new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = new JsonWebToken(string.Join('.', parts)).Kid };
        var forged = new JsonWebTokenHandler().CreateToken(Base64UrlEncoder.Decode(parts[1]), new SigningCredentials(foreign, SecurityAlgorithms.EcdsaSha256));
        foreach (var token in new[] { $"{parts[0]}.{payload}.{parts[2]}", $"{none}.{parts[1]}.", forged, "x", "a.b.c" })
        {
            await (await ExchangeAsync(Gateway, token, "health")).ShouldRefuseAsync(400, "invalid_grant");
        }
    }

    [Theory]
    [InlineData("health:" + IdentityUnderTest.HealthSecret, "audience=directory", 200)]
    [InlineData("health:" + IdentityUnderTest.HealthSecret, "audience=nowhere", 400)]
    [InlineData("sandbox:" + IdentityUnderTest.SandboxSecret, "audience=health&office=health&centre=cnaim-lisboa", 200)]
    public async Task Should_give_services_and_the_sandbox_tokens_for_one_service(string basic, string form, int status)
    {
        var answer = await (await identity.Client.AskAsync(basic, "grant_type=client_credentials&" + form)).JsonAsync(status);
        if (status == 200)
        {
            new JsonWebToken(answer.GetProperty("access_token").GetString()).Audiences.Single().ShouldBe(form.Split('&')[0].Split('=')[1]);
        }
    }

    private async Task<string> CallerAsync()
    {
        var json = await (await identity.Client.AskAsync("sandbox:" + IdentityUnderTest.SandboxSecret, "grant_type=client_credentials&office=health&centre=cnaim-lisboa")).JsonAsync(200);
        return json.GetProperty("access_token").GetString()!;
    }

    private async Task<string> ExchangedAsync(string client, string token, string audience, string more = "") =>
        (await (await ExchangeAsync(client, token, audience, more)).JsonAsync(200)).GetProperty("access_token").GetString()!;

    private Task<HttpResponseMessage> ExchangeAsync(string client, string token, string audience, string more = "") => identity.Client.AskAsync(
        client,
        $"grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token={token}&subject_token_type={AccessToken}&audience={audience}{more}",
        "/connect/exchange");

    private Task<TokenValidationResult> ReadAsync(JsonElement answer, string audience) => identity.Client.ReadTokenAsync(answer.GetProperty("access_token").GetString()!, audience);
}
