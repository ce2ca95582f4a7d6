using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>A queue beside the others that gets a copy of every event, read by the broker's management API; gone with the tap.</summary>
internal sealed class BrokerTap : IAsyncDisposable
{
    private const string Name = "event-tap";
    private const string Place = "cnaim/" + Name;
    private readonly HttpClient _http;

    private BrokerTap(HttpClient http) => _http = http;

    public static async Task<BrokerTap> OpenAsync(PlatformUnderTest platform)
    {
        var management = new Uri(platform.Handle.Broker!.ManagementUrl!);
        var tap = new BrokerTap(new HttpClient { BaseAddress = new UriBuilder(management) { UserName = "", Password = "" }.Uri });
        tap.Use(management.UserInfo);
        await tap.SendAsync(HttpMethod.Put, "users/" + Name, new JsonObject { ["password"] = Name, ["tags"] = "administrator" });
        await tap.SendAsync(HttpMethod.Put, $"permissions/cnaim/{Name}", new JsonObject { ["configure"] = ".*", ["write"] = ".*", ["read"] = ".*" });
        tap.Use($"{Name}:{Name}");
        await tap.SendAsync(HttpMethod.Put, "queues/" + Place, new JsonObject { ["durable"] = true });
        await tap.SendAsync(HttpMethod.Post, "bindings/cnaim/e/cnaim.events/q/" + Name, new JsonObject { ["routing_key"] = "#" });
        return tap;
    }

    /// <summary>What came since the last look: its attributes and its body.</summary>
    public async Task<IReadOnlyList<(JsonNode Headers, JsonNode Body)>> TakeAsync() =>
        [.. (await SendAsync(HttpMethod.Post, $"queues/{Place}/get", new JsonObject { ["count"] = 1000, ["ackmode"] = "ack_requeue_false", ["encoding"] = "auto" }))!.AsArray()
            .Select(message => (message!["properties"]!["headers"]!, JsonNode.Parse((string)message["payload"]!)!))];

    public async ValueTask DisposeAsync()
    {
        await SendAsync(HttpMethod.Delete, "queues/" + Place);
        await SendAsync(HttpMethod.Delete, "users/" + Name);
        _http.Dispose();
    }

    private void Use(string account) => _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(account)));

    private async Task<JsonNode?> SendAsync(HttpMethod method, string path, JsonObject? body = null)
    {
        // With its length: the management API waits for no chunks.
        using var request = new HttpRequestMessage(method, "api/" + path) { Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        using var answer = await _http.SendAsync(request, Api.Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Api.Cancellation);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length > 0 ? JsonNode.Parse(text) : null;
    }
}
