using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Cnaim.Identity.Tests;

[Collection(nameof(SharedIdentity))]
public sealed class When_a_client_asks_for_a_token(SharedIdentity identity)
{
    private const string Grant = "grant_type=client_credentials";

    private HttpClient Client => identity.Client;

    [Theory]
    [InlineData("health:" + IdentityUnderTest.HealthSecret, Grant)]
    [InlineData(null, Grant + "&client_id=health&client_secret=" + IdentityUnderTest.HealthSecret)]
    public async Task Should_give_a_service_a_token_that_the_published_keys_verify(string? basic, string form)
    {
        var answer = await Client.AskAsync(basic, form);
        var json = await answer.JsonAsync(200);
        answer.Headers.CacheControl?.NoStore.ShouldBeTrue();
        json.GetProperty("token_type").GetString().ShouldBe("Bearer");
        json.GetProperty("expires_in").GetInt32().ShouldBe(600);
        var token = await Client.ReadTokenAsync(json.GetProperty("access_token").GetString()!);
        token.IsValid.ShouldBeTrue(token.Exception?.Message);
        (token.Claims["sub"], token.Claims["office"], token.Claims["centre"], token.Claims["role"]).ShouldBe(("health", "health", "", "service"));
        (token.SecurityToken.ValidTo - token.SecurityToken.ValidFrom).ShouldBe(TimeSpan.FromMinutes(10));
        token.Claims.ContainsKey("jti").ShouldBeTrue();
    }

    [Theory]
    [InlineData("health:wrong", Grant, 401, "invalid_client")]
    [InlineData("unknown:" + IdentityUnderTest.HealthSecret, Grant, 401, "invalid_client")]
    [InlineData("health", Grant, 401, "invalid_client")]
    [InlineData(null, Grant, 401, "invalid_client")]
    [InlineData(null, Grant + "&client_id=health&client_secret=%00", 400, "invalid_request")]
    [InlineData("health:" + IdentityUnderTest.HealthSecret, Grant + "&client_secret=x", 400, "invalid_request")]
    [InlineData("health:" + IdentityUnderTest.HealthSecret, Grant + "&" + Grant, 400, "invalid_request")]
    [InlineData("health:" + IdentityUnderTest.HealthSecret, "scope=referrals.read", 400, "invalid_request")]
    [InlineData("health:" + IdentityUnderTest.HealthSecret, "grant_type=password&username=a&password=b", 400, "unsupported_grant_type")]
    [InlineData("health:" + IdentityUnderTest.HealthSecret, Grant + "&scope=admin", 400, "invalid_scope")]
    [InlineData("health:" + IdentityUnderTest.HealthSecret, Grant + "&office=health&centre=cnaim-lisboa", 400, "invalid_request")]
    public async Task Should_refuse_as_RFC_6749_says(string? basic, string form, int status, string error) =>
        await (await Client.AskAsync(basic, form)).ShouldRefuseAsync(status, error);

    [Fact]
    public async Task Should_name_the_scheme_with_a_401() =>
        (await Client.AskAsync("health:wrong", Grant)).Headers.WwwAuthenticate.ToString().ShouldStartWith("Basic");

    [Fact]
    public async Task Should_narrow_the_scope()
    {
        var json = await (await Client.AskAsync("health:" + IdentityUnderTest.HealthSecret, Grant + "&scope=directory.read")).JsonAsync(200);
        json.GetProperty("scope").GetString().ShouldBe("directory.read");
    }

    [Fact]
    public async Task Should_slow_down_guesses_but_not_the_client_that_knows_its_secret()
    {
        (await Client.AskAsync("tax:" + IdentityUnderTest.TaxSecret, Grant)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var guesses = new List<HttpStatusCode>();
        for (var guess = 0; guess < 30; guess++)
        {
            guesses.Add((await Client.AskAsync($"tax:guess-{guess}", Grant)).StatusCode);
        }

        guesses.ShouldContain(HttpStatusCode.TooManyRequests);
        guesses.ShouldNotContain(HttpStatusCode.OK);
        (await Client.AskAsync("tax:" + IdentityUnderTest.TaxSecret, Grant)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_publish_where_tokens_come_from()
    {
        var metadata = await Client.GetFromJsonAsync<JsonElement>("/.well-known/oauth-authorization-server", TestContext.Current.CancellationToken);
        metadata.GetProperty("issuer").GetString().ShouldBe(IdentityUnderTest.Issuer);
        metadata.GetProperty("token_endpoint").GetString().ShouldBe(IdentityUnderTest.Issuer + "/connect/token");
        metadata.GetProperty("jwks_uri").GetString().ShouldBe(IdentityUnderTest.Issuer + "/.well-known/jwks.json");
    }

    [Fact]
    public async Task Should_publish_no_private_key()
    {
        var keys = await Client.GetStringAsync("/.well-known/jwks.json", TestContext.Current.CancellationToken);
        keys.ShouldNotContain("\"d\"");
    }
}
