using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Cnaim.Demo.Gateway;

/// <summary>
/// The public API as a desk uses it. A POST carries an Idempotency-Key; what times out or meets a restart is repeated with the same key,
/// so that a desk never has to ask itself whether something was saved.
/// </summary>
public sealed class GatewayClient : IDisposable
{
    private const int MaxAttempts = 12;
    private static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(15);
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;
    private readonly DemoPlatform _platform;
    private readonly DeskTokens _tokens;

    public GatewayClient(DemoPlatform platform, TimeProvider clock)
    {
        _platform = platform;
        _clock = clock;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 64, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30) })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _tokens = new DeskTokens(_http, platform, clock);
    }

    /// <summary>The desk's token, for callers that build their own request.</summary>
    public Task<string> TokenAsync(Desk desk, CancellationToken cancellationToken) => _tokens.GetAsync(desk, cancellationToken);

    /// <summary>Asks for something.</summary>
    public Task<GatewayAnswer> GetAsync(Desk desk, string path, CancellationToken cancellationToken) =>
        SendAsync(desk, HttpMethod.Get, path, body: null, key: null, cancellationToken);

    /// <summary>Creates or moves something; the key is made here and repeated with every attempt.</summary>
    public Task<GatewayAnswer> PostAsync(Desk desk, string path, JsonNode body, CancellationToken cancellationToken) =>
        SendAsync(desk, HttpMethod.Post, path, body, Guid.CreateVersion7().ToString(), cancellationToken);

    /// <summary>Merges or replaces something.</summary>
    public Task<GatewayAnswer> PutAsync(Desk desk, string path, JsonNode body, CancellationToken cancellationToken) =>
        SendAsync(desk, HttpMethod.Put, path, body, key: null, cancellationToken);

    /// <summary>Sends one request until it has an answer that is not "try again".</summary>
    public async Task<GatewayAnswer> SendAsync(
        Desk desk, HttpMethod method, string path, JsonNode? body, string? key, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await TryAsync(desk, method, path, body?.ToJsonString(), key, cancellationToken);
            if (answer is not null && !IsTransient(answer.Status))
            {
                return answer with { Attempts = attempt };
            }

            if (attempt == MaxAttempts)
            {
                return (answer ?? new GatewayAnswer { Status = HttpStatusCode.GatewayTimeout, Key = key }) with { Attempts = attempt };
            }

            if (answer?.Status == HttpStatusCode.Unauthorized)
            {
                _tokens.Forget(desk);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(200 << Math.Min(attempt, 5), 5000)), _clock, cancellationToken);
        }
    }

    public void Dispose()
    {
        _tokens.Dispose();
        _http.Dispose();
    }

    private static bool IsTransient(HttpStatusCode status) => status is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout;

    private static JsonNode? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private async Task<GatewayAnswer?> TryAsync(
        Desk desk, HttpMethod method, string path, string? body, string? key, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(AttemptLimit);
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(_platform.Gateway, path));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await _tokens.GetAsync(desk, limit.Token));
            request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
            if (key is not null)
            {
                request.Headers.Add("Idempotency-Key", key);
            }

            using var response = await _http.SendAsync(request, limit.Token);
            var text = await response.Content.ReadAsStringAsync(limit.Token);
            return new GatewayAnswer { Status = response.StatusCode, Body = Parse(text), Key = key, ETag = response.Headers.ETag?.ToString() };
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
