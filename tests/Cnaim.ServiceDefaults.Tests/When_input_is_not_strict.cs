using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Cnaim.ServiceDefaults.Tests.Support;
using Cnaim.Testing.Edge;

namespace Cnaim.ServiceDefaults.Tests;

public sealed class When_input_is_not_strict : IAsyncLifetime
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
    public async Task Should_take_what_is_strict() =>
        (await PostAsync("""{"name":"Ana 你好 \ud83d\ude00","count":1,"on":"2026-11-21","items":[1,2],"unknown":true}""")).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Theory]
    [InlineData("""{"name":"a" """)]
    [InlineData("""{"name":"a","count":NaN}""")]
    [InlineData("""{"name":"a\u0000b"}""")]
    [InlineData("""{"name":"a\ud800"}""")]
    [InlineData("""{"unknown":{"deep\udc00":1},"name":"a"}""")]
    [InlineData("""{"name":"a"} {"name":"b"}""")]
    [InlineData("""{"name":"a",/* comment */"count":1}""")]
    public async Task Should_refuse_broken_text(string json) => await (await PostAsync(json)).ProblemAsync(400, "malformed-json");

    [Theory]
    [InlineData("""{"name":"a","count":"1"}""", "$.count")]
    [InlineData("""{"name":"a","on":"tomorrow"}""", "$.on")]
    [InlineData("""{"name":null}""", "$.name")]
    [InlineData("""{"name":"a","name":"b"}""", "$.name")]
    [InlineData("""{"count":1}""", "$")]
    public async Task Should_name_the_value_of_the_wrong_form(string json, string path)
    {
        var problem = await (await PostAsync(json)).ProblemAsync(400, "malformed-request");
        problem.GetProperty("path").GetString().ShouldBe(path);
    }

    [Fact]
    public async Task Should_refuse_invalid_utf8()
    {
        using var content = new ByteArrayContent([.. "{\"name\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8]) { Headers = { ContentType = new("application/json") } };
        await (await _service.Client.PostAsync("/v1/samples", content, Token)).ProblemAsync(400, "malformed-json");
    }

    [Fact]
    public async Task Should_refuse_too_deep_a_body_and_take_the_deepest_allowed()
    {
        (await PostAsync(Nested(31))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await PostAsync(Nested(32))).ProblemAsync(400, "malformed-json");
        await (await PostAsync(Nested(10_000))).ProblemAsync(400, "malformed-json");
    }

    [Fact]
    public async Task Should_refuse_too_long_an_array_and_take_the_longest_allowed()
    {
        (await PostAsync(Items(10_000))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await PostAsync(Items(10_001))).ProblemAsync(400, "malformed-json");
    }

    [Theory]
    [InlineData(256 * 1024, HttpStatusCode.OK)]
    [InlineData((256 * 1024) + 1, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(10_000_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Should_limit_the_body(int bytes, HttpStatusCode expected) =>
        (await PostAsync("""{"name":"a","more":"" """[..^2] + new string('x', bytes - 22) + "\"}")).StatusCode.ShouldBe(expected);

    [Fact]
    public async Task Should_limit_a_body_of_unknown_length()
    {
        using var content = new StreamContent(new MemoryStream(new byte[300_000])) { Headers = { ContentType = new("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/samples") { Content = content, Headers = { TransferEncodingChunked = true } };
        await (await _service.Client.SendAsync(request, Token)).ProblemAsync(413, "body-too-large");
    }

    [Fact]
    public async Task Should_refuse_another_media_type()
    {
        using var content = new StringContent("name=a", MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded"));
        await (await _service.Client.PostAsync("/v1/samples", content, Token)).ProblemAsync(415, "unsupported-media-type");
    }

    [Theory]
    [InlineData("/v1/samples/019abe8a-0000-7000-8000-000000000000?on=soon", 400, "malformed-request")]
    [InlineData("/v1/samples/019abe8a-0000-7000-8000-000000000000?x=a%00b", 400, "malformed-request")]
    [InlineData("/v1/samples/not-a-guid", 404, "not-found")]
    [InlineData("/v1/nothing-here", 404, "not-found")]
    [InlineData("/v1/samples", 405, "method-not-allowed")]
    public async Task Should_answer_with_a_problem(string path, int status, string code) =>
        await (await _service.Client.GetAsync(path, Token)).ProblemAsync(status, code);

    [Fact]
    public async Task Should_close_a_connection_with_a_broken_request()
    {
        var raw = await SendRawAsync("GET /v1/me HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: a\r\n\r\n");
        raw.Split("HTTP/1.1 ").Length.ShouldBe(2, raw);
    }

    private async Task<string> SendRawAsync(string request)
    {
        using var socket = new TcpClient("127.0.0.1", _service.Client.BaseAddress!.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Token);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Token).WaitAsync(TimeSpan.FromSeconds(20), Token);
    }

    private static string Nested(int depth) =>
        $$"""{"name":"a","anything":{{new string('[', depth)}}{{new string(']', depth)}}}""";

    private static string Items(int count) =>
        $$"""{"name":"a","items":[{{string.Join(',', Enumerable.Repeat(1, count))}}]}""";

    private async Task<HttpResponseMessage> PostAsync(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await _service.Client.PostAsync("/v1/samples", content, Token);
    }
}
