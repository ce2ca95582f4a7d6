using System.Net;
using System.Text;

namespace Cnaim.Gateway.Tests;

public sealed class When_a_request_is_passed_on(GatewayUnderTest gateway)
{
    private static readonly string[] Foreign =
    [
        "X-Forwarded-User", "X-Original-URL", "X-Original-Host", "Forwarded", "X-Real-IP", "X-Cnaim-Office", "X-HTTP-Method-Override", "baggage", "tracestate", "ce-type",
    ];

    [Theory]
    [InlineData("/api/health/v1/cases?status=open", "/v1/cases")]
    [InlineData("/api/screening/v1/people", "/v1/people")]
    public async Task Should_cut_the_prefix_and_nothing_else(string path, string arrives)
    {
        var mark = Guid.NewGuid().ToString();
        (await gateway.SendAsync(HttpMethod.Get, path, headers: ("X-Mark", mark))).StatusCode.ShouldBe(HttpStatusCode.OK);
        Arrived(mark).Path.ShouldBe(arrives);
    }

    [Theory]
    [InlineData("/connect/token")]
    [InlineData("/.well-known/jwks.json")]
    [InlineData("/.well-known/oauth-authorization-server")]
    [InlineData("/api/health/openapi/v1.json")]
    [InlineData("/api/health/problems")]
    [InlineData("/api/health/health/ready")]
    [InlineData("/api/mediation/v1/phrases")]
    [InlineData("/api/mediation/v1/phrases/ar")]
    [InlineData("/")]
    [InlineData("/docs/api/index.html")]
    [InlineData("/docs/problems")]
    [InlineData("/network-state")]
    [InlineData("/health/live")]
    public async Task Should_need_no_token_for_what_is_open(string path) =>
        (await gateway.SendAsync(HttpMethod.Get, path, signedIn: false)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Theory]
    [InlineData("/api/health/v1/cases")]
    [InlineData("/api/health/openapi/v2.json")]
    [InlineData("/api/health/health/ready/more")]
    [InlineData("/api/health//openapi/v1.json")]
    [InlineData("/api/health/openapi/../v1/cases")]
    [InlineData("/api/health/%6fpenapi/v1.json/x")]
    [InlineData("/api/mediation/v1/phrases/ar/all")]
    [InlineData("/api/mediation/v1/bookings")]
    [InlineData("/api/health/v1/phrases")]
    [InlineData("/api/nobody/v1")]
    [InlineData("/.well-known/other")]
    [InlineData("/connect/other")]
    [InlineData("/api/health/%2e%2e/%2e%2e/network-state-of-others")]
    public async Task Should_need_one_for_everything_else(string path)
    {
        var before = gateway.Upstream.Requests.Count(request => request.Path.StartsWith("/v1/cases", StringComparison.Ordinal) && !request.Headers.ContainsKey("Authorization"));
        await GatewayUnderTest.ProblemAsync(await gateway.SendAsync(HttpMethod.Get, path, signedIn: false), 401, "not-authenticated");
        gateway.Upstream.Requests.Count(request => request.Path.StartsWith("/v1/cases", StringComparison.Ordinal) && !request.Headers.ContainsKey("Authorization")).ShouldBe(before);
    }

    [Fact]
    public async Task Should_drop_what_only_a_proxy_may_say_and_set_its_own()
    {
        var mark = Guid.NewGuid().ToString();
        (string, string)[] sent =
        [
            ("X-Mark", mark), ("X-Forwarded-For", "6.6.6.6"), ("X-Forwarded-Host", "evil.test"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Prefix", "/evil"),
            ("traceparent", "00-11111111111111111111111111111111-2222222222222222-01"),
            .. Foreign.Select(name => (name, "evil")),
        ];
        (await gateway.SendAsync(HttpMethod.Get, "/api/health/v1/cases", headers: sent)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var headers = Arrived(mark).Headers;
        headers["X-Forwarded-For"].ShouldBe("127.0.0.1");
        headers["X-Forwarded-Host"].ShouldBe(gateway.Client.BaseAddress!.Authority);
        headers["X-Forwarded-Proto"].ShouldBe("http");
        headers.Values.ShouldAllBe(value => !value.Contains("evil", StringComparison.Ordinal));
        headers.GetValueOrDefault("traceparent", "").ShouldNotContain("11111111111111111111111111111111");
        headers.Keys.ShouldNotContain(name => Foreign.Contains(name, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Should_keep_what_services_need()
    {
        var mark = Guid.NewGuid().ToString();
        using var content = new StringContent("""{"a":1}""", Encoding.UTF8, "application/json");
        await gateway.SendAsync(HttpMethod.Put, "/api/health/v1/cases/1", content, headers: [("X-Mark", mark), ("Idempotency-Key", "k"), ("If-Match", "\"3\"")]);
        var arrived = Arrived(mark);
        (arrived.Headers["Idempotency-Key"], arrived.Headers["If-Match"], Encoding.UTF8.GetString(arrived.Body)).ShouldBe(("k", "\"3\"", """{"a":1}"""));
        arrived.Headers["Authorization"].ShouldStartWith("Bearer ");
    }

    [Fact]
    public async Task Should_end_a_request_that_takes_longer_than_its_route_allows() =>
        await GatewayUnderTest.ProblemAsync(await gateway.SendAsync(HttpMethod.Get, "/api/health/v1/slow"), 504, "service-too-slow");

    [Theory]
    [InlineData("GET", "/api/health/v1/boards/a-key", 200)]
    [InlineData("DELETE", "/api/health/v1/boards/a-key", 401)]
    [InlineData("GET", "/api/health/v1/boards/a-key/events", 200)]
    public async Task Should_let_a_waiting_room_look_for_as_long_as_it_likes_and_do_nothing_else(string method, string path, int status)
    {
        using var answer = await gateway.SendAsync(new HttpMethod(method), path, signedIn: false);

        ((int)answer.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task Should_say_when_a_service_cannot_be_reached_and_when_to_come_again()
    {
        var answer = await gateway.SendAsync(HttpMethod.Get, "/api/tax/v1/cases");
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        await GatewayUnderTest.ProblemAsync(answer, 502, "service-unreachable");
    }

    [Theory]
    [InlineData("{\"a\":")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    public async Task Should_refuse_broken_JSON_itself(string json)
    {
        var mark = Guid.NewGuid().ToString();
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        await GatewayUnderTest.ProblemAsync(await gateway.SendAsync(HttpMethod.Post, "/api/health/v1/cases", content, headers: ("X-Mark", mark)), 400, "malformed-json");
        gateway.Upstream.Requests.ShouldNotContain(request => request.Headers.GetValueOrDefault("X-Mark") == mark);
    }

    private Upstream.Arrived Arrived(string mark) => gateway.Upstream.Requests.Single(request =>
        string.Equals(request.Headers.GetValueOrDefault("X-Mark"), mark, StringComparison.Ordinal));
}
