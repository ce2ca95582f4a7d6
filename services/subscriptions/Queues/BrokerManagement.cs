using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Cnaim.Messaging.Topology;
using Microsoft.Extensions.Options;

namespace Cnaim.Subscriptions.Queues;

/// <summary>Makes and removes partners' queues through the broker's management API.</summary>
internal sealed class BrokerManagement(IHttpClientFactory clients, TopologyManifest manifest, BrokerPlace place, IOptions<QueueOptions> options)
{
    public const string HttpClientName = "broker-management";

    /// <summary>How many connections a partner may hold; none once it was revoked.</summary>
    private const int MostConnections = 10;

    // Kept as long as the log; what is full refuses, and then the lane waits. A consumer at a time keeps the order.
    private static readonly object Arguments = new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["x-queue-type"] = "quorum",
        ["x-single-active-consumer"] = true,
        ["x-overflow"] = "reject-publish",
        ["x-max-length-bytes"] = 268_435_456,
        ["x-message-ttl"] = (long)TimeSpan.FromDays(Events.EventPartitions.DaysKept).TotalMilliseconds,
    };

    public bool IsThere => options.Value.Management is not null;

    /// <summary>Makes what is missing; harmless when repeated.</summary>
    public async Task EnsureAsync(string clientId, CancellationToken cancellationToken)
    {
        using var client = Client();
        var queue = QueueName.Of(clientId);
        await LimitAsync(client, clientId, MostConnections, cancellationToken);
        await SendAsync(client, HttpMethod.Put, $"queues/{Host}/{Escape(queue)}", new { durable = true, auto_delete = false, arguments = Arguments }, cancellationToken);
        await SendAsync(client, HttpMethod.Post, $"bindings/{Host}/e/{Escape(manifest.PartnersExchange)}/q/{Escape(queue)}", new { routing_key = queue }, cancellationToken);
    }

    /// <summary>Removes the queue with what lies in it, ends the partner's connections and lets it make no other; harmless when repeated.</summary>
    public async Task RevokeAsync(string clientId, CancellationToken cancellationToken)
    {
        using var client = Client();
        await LimitAsync(client, clientId, 0, cancellationToken);
        await RemoveAsync(client, clientId, cancellationToken);
    }

    /// <summary>Removes the queue with what lies in it and ends the connections; the partner may come back to a new one.</summary>
    public async Task ResetAsync(string clientId, CancellationToken cancellationToken)
    {
        using var client = Client();
        await RemoveAsync(client, clientId, cancellationToken);
    }

    /// <summary>What lies in every queue of the platform's virtual host, and who is connected.</summary>
    public async Task<BrokerCounts> CountAsync(CancellationToken cancellationToken)
    {
        using var client = Client();
        var queues = await client.GetFromJsonAsync<JsonElement>(new Uri($"queues/{Host}?columns=name,messages", UriKind.Relative), cancellationToken);
        var connections = await client.GetFromJsonAsync<JsonElement>(new Uri("connections?columns=user", UriKind.Relative), cancellationToken);
        return new BrokerCounts(
            // A queue that was made a moment ago has no figures yet.
            queues.EnumerateArray().ToDictionary(queue => queue.GetProperty("name").GetString()!, queue => queue.TryGetProperty("messages", out var count) ? count.GetInt64() : 0, StringComparer.Ordinal),
            connections.EnumerateArray().Select(connection => connection.TryGetProperty("user", out var user) ? user.GetString()! : "").GroupBy(user => user, StringComparer.Ordinal)
                .ToDictionary(user => user.Key, user => user.Count(), StringComparer.Ordinal));
    }

    private async Task RemoveAsync(HttpClient client, string clientId, CancellationToken cancellationToken)
    {
        await SendAsync(client, HttpMethod.Delete, $"queues/{Host}/{Escape(QueueName.Of(clientId))}", null, cancellationToken);
        await SendAsync(client, HttpMethod.Delete, $"connections/username/{Escape(clientId)}", null, cancellationToken);
    }

    // A token is good to its end, whatever happens meanwhile: a user of the broker's own, without a password or any right, carries the limit of connections.
    private static async Task LimitAsync(HttpClient client, string clientId, int connections, CancellationToken cancellationToken)
    {
        using var present = await client.GetAsync(new Uri($"users/{Escape(clientId)}", UriKind.Relative), cancellationToken);
        if (present.StatusCode is HttpStatusCode.NotFound)
        {
            await SendAsync(client, HttpMethod.Put, $"users/{Escape(clientId)}", new { password_hash = "", tags = "" }, cancellationToken);
        }
        else if ((await present.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("password_hash").GetString() is { Length: > 0 })
        {
            throw new InvalidOperationException($"The broker has a user of its own by the name of the client '{clientId}'.");
        }

        await SendAsync(client, HttpMethod.Put, $"user-limits/{Escape(clientId)}/max-connections", new { value = connections }, cancellationToken);
    }

    private static async Task SendAsync(HttpClient client, HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await client.SendAsync(request, cancellationToken);
        if (answer.StatusCode is not HttpStatusCode.NotFound || method != HttpMethod.Delete)
        {
            answer.EnsureSuccessStatusCode();
        }
    }

    private HttpClient Client()
    {
        var address = options.Value.Management!;
        var client = clients.CreateClient(HttpClientName);
        client.BaseAddress = new Uri(new UriBuilder(address) { UserName = "", Password = "" }.Uri, "api/");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo))));
        return client;
    }

    private string Host => Escape(place.VirtualHost);

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
