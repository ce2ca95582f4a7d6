using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Tests.Support;
using Cnaim.Testing.Edge;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.ServiceDefaults.Tests;

public sealed class When_a_service_refuses : IAsyncLifetime
{
    private Issuer _issuer = null!;
    private SampleService _service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _issuer = await Issuer.StartAsync();
        _service = await SampleService.StartAsync(_issuer);
        _service.SignIn();
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task Should_keep_code_and_extensions()
    {
        _service.Client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var problem = await (await _service.Client.GetAsync("/v1/closed", Token)).ProblemAsync(409, "sample-closed");
        problem.GetProperty("allowed")[0].GetString().ShouldBe("open");
    }

    [Fact]
    public async Task Should_show_nothing_of_a_bug_but_the_trace_id()
    {
        var answer = await _service.Client.GetAsync("/v1/bug", Token);
        await answer.ProblemAsync(500, "internal-error");
        var text = await answer.Content.ReadAsStringAsync(Token);
        text.ShouldNotContain("hunter2");
        text.ShouldNotContain("Exception");
        text.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Should_list_every_code_with_its_fix()
    {
        var entries = await _service.Client.GetFromJsonAsync<List<ProblemEntry>>("/problems", Token);
        entries.ShouldNotBeNull().ShouldContain(new ProblemEntry("sample-closed", "urn:cnaim:problem:sample-closed", 409, "The sample is closed.", "Open another."));
        entries.ShouldContain(entry => entry.Code == "not-authenticated");
    }

    [Fact]
    public async Task Should_describe_itself_as_the_gateway_serves_it()
    {
        var document = await _service.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Token);
        document.GetProperty("openapi").GetString().ShouldStartWith("3.1");
        document.GetProperty("servers")[0].GetProperty("url").GetString().ShouldBe("/api/sample");
        document.GetProperty("paths").TryGetProperty("/v1/me", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_never_let_an_answer_be_cached()
    {
        foreach (var path in new[] { "/v1/me", "/v1/bug", "/v1/closed", "/v1/nothing" })
        {
            var answer = await _service.Client.GetAsync(path, Token);
            answer.Headers.CacheControl?.NoStore.ShouldBeTrue(path);
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Headers.Contains("Server").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Should_limit_each_client_by_itself()
    {
        await using var service = await SampleService.StartAsync(_issuer, builder => builder.Configuration["Limits:RequestsPerSecond"] = "5");
        service.SignIn();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => service.Client.GetAsync("/v1/me", Token)));
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        await refused.ProblemAsync(429, "too-many-requests");
        refused.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        (await service.SignIn(_issuer.Issue(token => token.Claims["sub"] = "desk-2")).GetAsync("/v1/me", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        service.SignIn(_issuer.Issue(token => token.Claims["role"] = "service"));
        var own = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => service.Client.GetAsync("/v1/me", Token)));
        own.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_know_what_a_client_has_left()
    {
        await using var service = await SampleService.StartAsync(_issuer, builder => builder.Configuration["Limits:RequestsPerSecond"] = "5");
        var limits = service.App.Services.GetRequiredService<ClientLimits>();
        service.SignIn(_issuer.Issue(token => token.Claims["sub"] = "desk-3"));

        (limits.PerSecond, limits.LeftOf("desk-3")).ShouldBe((5, 5));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => service.Client.GetAsync("/v1/me", Token)));

        limits.LeftOf("desk-3").ShouldBeLessThan(5);
        limits.LeftOf("desk-4").ShouldBe(5);
        limits.LeftOf("service").ShouldBe(5, "a name is never taken for the platform's own calls");
    }

    [Theory]
    [InlineData(null, 428, "if-match-required")]
    [InlineData("\"6\"", 412, "stale-version")]
    [InlineData("W/\"7\"", 412, "stale-version")]
    [InlineData("7", 412, "stale-version")]
    public async Task Should_protect_an_edit(string? tag, int status, string code) =>
        await (await SendAsync(HttpMethod.Put, "/v1/versioned", tag)).ProblemAsync(status, code);

    [Theory]
    [InlineData("\"7\"")]
    [InlineData("*")]
    [InlineData("\"6\", \"7\"")]
    public async Task Should_let_an_edit_of_the_present_version_pass(string tag)
    {
        var answer = await SendAsync(HttpMethod.Put, "/v1/versioned", tag);
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        answer.Headers.ETag?.Tag.ShouldBe("\"8\"");
    }

    [Fact]
    public async Task Should_take_the_tag_of_an_action_optionally()
    {
        (await SendAsync(HttpMethod.Post, "/v1/versioned/act", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await (await SendAsync(HttpMethod.Post, "/v1/versioned/act", "\"6\"")).ProblemAsync(412, "stale-version");
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? tag)
    {
        var request = new HttpRequestMessage(method, path);
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return _service.Client.SendAsync(request, Token);
    }
}
