using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Cnaim.Launcher;
using Cnaim.Servers;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>An invented partner of the sandbox with its own client; what it registered goes with it.</summary>
internal sealed class Partner(PlatformUnderTest platform, string clientId) : IAsyncDisposable
{
    private const string Endpoints = "/api/subscriptions/v1/endpoints";
    private const string Queue = "/api/subscriptions/v1/queue";
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = platform.Demo.Gateway };

    public string Secret { get; } = SecretStore.Open(new PlatformLayout(platform.Home).Secrets).Password("client." + clientId);

    public async Task<(string Id, string Secret)> RegisterAsync(string url)
    {
        var registered = await SendAsync(HttpMethod.Post, Endpoints, new JsonObject { ["url"] = url });
        return ((string)registered["endpoint"]!["id"]!, (string)registered["secret"]!);
    }

    public Task VerifyAsync(string id) => SendAsync(HttpMethod.Post, $"{Endpoints}/{id}/verify", new JsonObject());

    /// <summary>The id of what was sent, in the delivery log.</summary>
    public async Task<string> TestAsync(string id) => (string)(await SendAsync(HttpMethod.Post, $"{Endpoints}/{id}/test", new JsonObject()))["id"]!;

    /// <summary>Until the one endpoint, that somebody else registered for this partner, has shown its challenge.</summary>
    public async Task UntilActiveAsync() =>
        (await Eventually.SeenAsync(async () => (await ItemsAsync(Endpoints)).Select(endpoint => (string)endpoint!["state"]!).ToList(), states => states is ["active"], seconds: 60)).ShouldBe(["active"]);

    /// <summary>Until all that its endpoints are owed was answered.</summary>
    public async Task UntilNothingWaitsAsync()
    {
        foreach (var endpoint in await ItemsAsync(Endpoints))
        {
            (await Eventually.SeenAsync(async () => (await ItemsAsync($"{Endpoints}/{endpoint!["id"]}/deliveries?state=waiting")).Count, waiting => waiting is 0, seconds: 60)).ShouldBe(0);
        }
    }

    public Task OpenQueueAsync() => SendAsync(HttpMethod.Put, Queue, new JsonObject());

    public async ValueTask DisposeAsync()
    {
        foreach (var endpoint in await ItemsAsync(Endpoints))
        {
            await SendAsync(HttpMethod.Delete, $"{Endpoints}/{endpoint!["id"]}");
        }

        _http.Dispose();
    }

    private async Task<JsonArray> ItemsAsync(string path) => (await SendAsync(HttpMethod.Get, path))["items"]!.AsArray();

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, JsonObject? body = null)
    {
        if (_http.DefaultRequestHeaders.Authorization is null)
        {
            using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", clientId), new("client_secret", Secret)]);
            using var granted = await _http.PostAsync("/connect/token", form, Api.Cancellation);
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)(await granted.Content.ReadFromJsonAsync<JsonObject>(Api.Cancellation))!["access_token"]!);
        }

        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Api.NewKey());
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await _http.SendAsync(request, Api.Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Api.Cancellation);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {(int)answer.StatusCode} {text}");
        return answer.StatusCode is HttpStatusCode.NoContent ? new JsonObject() : JsonNode.Parse(text)!;
    }
}
