using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Cnaim.Gateway.Edge;

namespace Cnaim.Gateway.Tests;

public sealed class When_input_is_hostile(GatewayUnderTest gateway)
{
    [Theory]
    [InlineData("Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n")]
    [InlineData("Content-Length: 5\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding:\n chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n2;\nxx\r\nab\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n")]
    public async Task Should_never_let_a_second_request_reach_a_service(string rest)
    {
        var smuggled = "/v1/" + Guid.NewGuid();
        var answer = await gateway.SendRawAsync(
            $"POST /api/health/v1/first HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer {gateway.Token()}\r\n{rest}"
            + $"GET /api/health{smuggled} HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer {gateway.Token()}\r\n\r\n");
        answer.ShouldContain("HTTP/1.1 400");
        answer.ShouldEndWith("<closed>");
        gateway.Upstream.Requests.ShouldNotContain(request => request.Path == smuggled);
    }

    [Theory]
    [InlineData("GET /api/health/v1/x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("GET /api/health/v1/x HTTP/1.1\r\n\r\n")]
    [InlineData("GET /api/health/v1/\0 HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /api/health/v1/x HTTP/1.1\r\nHost: a\r\nX-A: b\0c\r\n\r\n")]
    public async Task Should_refuse_a_malformed_head(string request)
    {
        var answer = await gateway.SendRawAsync(request);
        answer.ShouldContain("HTTP/1.1 400");
        answer.ShouldEndWith("<closed>");
    }

    [Fact]
    public async Task Should_refuse_ten_megabytes_at_once()
    {
        using var content = new ByteArrayContent(new byte[10_000_000]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        await gateway.SendAsync(HttpMethod.Get, "/health/live");
        var watch = Stopwatch.StartNew();
        var raw = await gateway.SendRawAsync($"POST /api/health/v1/big HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {gateway.Token()}\r\nContent-Type: application/json\r\nContent-Length: 10000000\r\nConnection: close\r\n\r\n");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        raw.ShouldContain("HTTP/1.1 413"); // although not one byte of the body was sent
        await GatewayUnderTest.ProblemAsync(await gateway.SendAsync(HttpMethod.Post, "/api/health/v1/big", content), 413, "body-too-large");
        gateway.Upstream.Requests.ShouldNotContain(request => request.Path == "/v1/big");
    }

    [Theory]
    [InlineData("application/grpc", "/api/health/v1/big", 300_000, false)]
    [InlineData("application/json", "/api/health/v1/big", 300_000, false)]
    [InlineData("application/json", "/api/screening/v1/rules", 300_000, true)]
    [InlineData("application/json", "/api/screening/v1/rules", 5_000_000, false)]
    public async Task Should_hold_each_route_to_its_own_limit(string type, string path, int bytes, bool isPassed)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(new string('a', bytes - 2));
        using var content = new ByteArrayContent(text) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        var answer = await gateway.SendAsync(HttpMethod.Post, path, content);
        gateway.Upstream.Requests.Any(arrived => arrived.Body.Length == bytes && path.EndsWith(arrived.Path, StringComparison.Ordinal)).ShouldBe(isPassed);
        answer.IsSuccessStatusCode.ShouldBe(isPassed || type is "application/grpc");
    }

    [Fact]
    public async Task Should_refuse_headers_without_end()
    {
        var answer = await gateway.SendRawAsync("GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + new string('a', 1_000_000) + "\r\n\r\n");
        answer.ShouldContain("HTTP/1.1 431");
    }

    [Fact]
    public async Task Should_refuse_a_client_that_asks_too_often()
    {
        var token = gateway.Token("greedy");
        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => // of what costs least: a slow machine refills the bucket meanwhile
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/api/nobody/v1/cases") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
            return gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);
        }));
        var refused = answers.First(answer => (int)answer.StatusCode == 429);
        await GatewayUnderTest.ProblemAsync(refused, 429, "too-many-requests");
        refused.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("10.0.0", true)]
    [InlineData("10.0.12+abc", true)]
    [InlineData("10.0.0-rc.2.25502.107", true)]
    [InlineData("10.0.0-rc.1.25451.107", false)]
    [InlineData("9.0.9", false)]
    [InlineData("", false)]
    public void Should_not_run_on_a_server_that_can_be_smuggled_through(string version, bool isMended) => RuntimeCheck.IsMended(version).ShouldBe(isMended);
}
