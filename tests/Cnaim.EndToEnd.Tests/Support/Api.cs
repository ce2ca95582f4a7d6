using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Cnaim.Demo.Gateway;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>The gateway as a careful or careless client calls it: one request, one answer, nothing repeated.</summary>
internal sealed class Api(PlatformUnderTest platform) : IDisposable
{
    public static readonly Desk Lisbon = new("reception", "cnaim-lisboa", "mediator", 90);
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = platform.Demo.Gateway, Timeout = TimeSpan.FromSeconds(30) };
    private readonly GatewayClient _tokens = new(platform.Demo, TimeProvider.System);

    public PlatformUnderTest Platform => platform;

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Desk Agent(string office, string centre = "cnaim-lisboa") => new(office, centre, "office-agent", 90);

    public static string NewKey() => Guid.CreateVersion7().ToString();

    public Task<string> TokenAsync(Desk desk) => _tokens.TokenAsync(desk, Cancellation);

    public Task<Reply> GetAsync(Desk? desk, string path) => SendAsync(desk, HttpMethod.Get, path);

    public Task<Reply> PostAsync(Desk? desk, string path, JsonNode body, string? key = null) =>
        SendAsync(desk, HttpMethod.Post, path, body.ToJsonString(), request => request.Headers.Add("Idempotency-Key", key ?? NewKey()));

    public Task<Reply> PutAsync(Desk? desk, string path, JsonNode body, string? ifMatch = null) =>
        SendAsync(desk, HttpMethod.Put, path, body.ToJsonString(), request => Match(request, ifMatch));

    public Task<Reply> SendAsync(Desk? desk, HttpMethod method, string path, string? body = null, Action<HttpRequestMessage>? change = null) =>
        SendAsync(desk, method, path, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"), change);

    public async Task<Reply> SendAsync(Desk? desk, HttpMethod method, string path, HttpContent? content, Action<HttpRequestMessage>? change)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (desk is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(desk));
        }

        change?.Invoke(request);
        using var response = await _http.SendAsync(request, Cancellation);
        return new Reply(
            response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.ETag?.ToString(),
            await response.Content.ReadAsStringAsync(Cancellation));
    }

    public void Dispose()
    {
        _tokens.Dispose();
        _http.Dispose();
    }

    private static void Match(HttpRequestMessage request, string? ifMatch)
    {
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }
    }
}
