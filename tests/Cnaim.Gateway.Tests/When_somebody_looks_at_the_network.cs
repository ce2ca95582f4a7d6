using System.Net.Http.Json;
using System.Text.Json;

namespace Cnaim.Gateway.Tests;

public sealed class When_somebody_looks_at_the_network(GatewayUnderTest gateway)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_show_who_runs_who_does_not_answer_and_who_is_not_here()
    {
        var state = await gateway.Client.GetFromJsonAsync<JsonElement>("/network-state", Token);
        StateOf(state, "screening").ShouldBe("running");
        StateOf(state, "tax").ShouldBe("no-answer");
        StateOf(state, "borders").ShouldBe("not-started");
        state.GetProperty("total").GetInt32().ShouldBe(7);
    }

    [Theory]
    [InlineData("?lang=pt", "pt", "Segurança social")]
    [InlineData("?lang=en", "en", "Social security")]
    public async Task Should_be_complete_without_script(string query, string language, string name)
    {
        var page = WebUtility(await gateway.Client.GetStringAsync("/" + query, Token));
        page.ShouldContain($"<html lang=\"{language}\">");
        page.ShouldContain(name);
        page.ShouldNotContain("http://");
        page.ShouldNotContain("https://");
    }

    [Fact]
    public async Task Should_allow_the_page_nothing_from_elsewhere()
    {
        var answer = await gateway.Client.GetAsync("/", Token);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        answer.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        foreach (var asset in new[] { "/assets/start.css", "/assets/start.js" })
        {
            (await gateway.Client.GetStringAsync(asset, Token)).ShouldNotContain("http");
        }
    }

    [Fact]
    public async Task Should_explain_every_code()
    {
        (await gateway.Client.GetStringAsync("/docs/problems/service-too-slow", Token)).ShouldContain("Idempotency-Key");
        // Of a service that does not answer, and of its own list of codes.
        (await gateway.Client.GetStringAsync("/docs/problems/cursor-expired", Token)).ShouldContain("without &#x27;after&#x27;");
        ((int)(await gateway.Client.GetAsync("/docs/problems/%3Cscript%3E", Token)).StatusCode).ShouldBe(404);
    }

    private static string StateOf(JsonElement state, string code) =>
        state.GetProperty("services").EnumerateArray().Single(service => service.GetProperty("code").ValueEquals(code)).GetProperty("state").GetString()!;

    private static string WebUtility(string html) => System.Net.WebUtility.HtmlDecode(html);
}
