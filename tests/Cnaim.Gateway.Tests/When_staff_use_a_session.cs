using System.Net;
using System.Net.Http.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Cnaim.Gateway.Tests;

/// <summary>A session lives in a cookie at the edge; behind the edge there are tokens only.</summary>
public sealed class When_staff_use_a_session(GatewayUnderTest gateway)
{
    private const string Secret = "the-secret-of-a-session";

    [Fact]
    public async Task Should_keep_what_identity_says_in_a_cookie_that_no_script_and_no_other_site_has()
    {
        var answer = await gateway.SendAsync(HttpMethod.Post, "/api/identity/v1/sign-in", JsonContent.Create(new { account = "a" }), signedIn: false);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Contains("Cnaim-Session").ShouldBeFalse();
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        cookies.Single(cookie => cookie.StartsWith("cnaim=" + Secret, StringComparison.Ordinal)).ShouldSatisfyAllConditions(
            cookie => cookie.ShouldContain("httponly"), cookie => cookie.ShouldContain("samesite=strict"), cookie => cookie.ShouldContain("path=/"));
        cookies.Single(cookie => cookie.StartsWith("cnaim-csrf=", StringComparison.Ordinal)).ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Should_believe_no_other_service_that_it_begins_a_session()
    {
        var answer = await gateway.SendAsync(HttpMethod.Get, "/api/health/v1/claims-a-session");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (answer.Headers.Contains("Set-Cookie"), answer.Headers.Contains("Cnaim-Session")).ShouldBe((false, false));
    }

    [Fact]
    public async Task Should_exchange_the_session_for_a_token_of_the_service()
    {
        var mark = Guid.NewGuid().ToString();
        (await CookieAsync(HttpMethod.Get, "/api/health/v1/cases", ("X-Mark", mark))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var headers = gateway.Upstream.Marked(mark).Single().Headers;
        var token = new JsonWebToken(headers["Authorization"]["Bearer ".Length..]);
        (token.Subject, token.Audiences.Single()).ShouldBe(("staff:" + Secret, "health"));
        headers.ContainsKey("Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task Should_change_nothing_for_a_page_of_another_site()
    {
        var mark = Guid.NewGuid().ToString();
        await GatewayUnderTest.ProblemAsync(await CookieAsync(HttpMethod.Post, "/api/health/v1/cases", ("X-Mark", mark)), 403, "csrf-missing");
        await GatewayUnderTest.ProblemAsync(await CookieAsync(HttpMethod.Delete, "/api/health/v1/cases", ("Cnaim-Csrf", "guess"), ("X-Mark", mark)), 403, "csrf-missing");
        gateway.Upstream.Marked(mark).ShouldBeEmpty();

        var signedIn = await gateway.SendAsync(HttpMethod.Post, "/api/identity/v1/sign-in", JsonContent.Create(new { account = "a" }), signedIn: false);
        var csrf = signedIn.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("cnaim-csrf=", StringComparison.Ordinal))["cnaim-csrf=".Length..].Split(';')[0];
        (await CookieAsync(HttpMethod.Post, "/api/health/v1/cases", ("Cnaim-Csrf", csrf), ("X-Mark", mark))).StatusCode.ShouldBe(HttpStatusCode.OK);
        gateway.Upstream.Marked(mark).Single().Headers.ContainsKey("Cnaim-Csrf").ShouldBeFalse();
    }

    /// <summary>S4.</summary>
    [Fact]
    public async Task Should_ask_identity_again_when_rights_have_changed()
    {
        var token = gateway.Token("desk-31");
        (await CallAsync(token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await CallAsync(token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        gateway.Issuer.ExchangesOf("desk-31").ShouldBe(1);
        await gateway.Upstream.RightsChanges.Writer.WriteAsync("desk-31", TestContext.Current.CancellationToken);
        for (var tries = 0; tries < 250 && gateway.Issuer.ExchangesOf("desk-31") == 1; tries++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            await CallAsync(token);
        }

        gateway.Issuer.ExchangesOf("desk-31").ShouldBe(2);
    }

    private Task<HttpResponseMessage> CallAsync(string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/health/v1/cases") { Headers = { Authorization = new("Bearer", token) } };
        return gateway.Stranger.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private Task<HttpResponseMessage> CookieAsync(HttpMethod method, string path, params (string Name, string Value)[] headers) =>
        gateway.SendAsync(method, path, method == HttpMethod.Post ? JsonContent.Create(new { a = 1 }) : null, signedIn: false, [("Cookie", "cnaim=" + Secret), .. headers]);
}
