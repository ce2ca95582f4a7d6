using System.Net;

namespace Cnaim.Subscriptions.Queues;

/// <summary>Tells identity whose tokens the broker is for; identity knows which clients have ended.</summary>
internal sealed class QueueGrants(IHttpClientFactory clients, BrokerPlace place)
{
    public const string HttpClientName = "queue-grants";

    /// <summary>False when there is no such client, or it has ended.</summary>
    public async Task<bool> GrantAsync(string clientId, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(HttpClientName);
        using var answer = await client.PutAsJsonAsync(Address(clientId), new { queue = place.VirtualHost + "/" + QueueName.Of(clientId) }, cancellationToken);
        return IsKnown(answer);
    }

    public async Task RevokeAsync(string clientId, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(HttpClientName);
        using var answer = await client.DeleteAsync(Address(clientId), cancellationToken);
        IsKnown(answer);
    }

    /// <summary>Which of these have ended.</summary>
    public async Task<IReadOnlyList<string>> EndedAsync(IReadOnlyList<string> clientIds, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(HttpClientName);
        using var answer = await client.PostAsJsonAsync(new Uri("/v1/clients/ended", UriKind.Relative), new { clientIds }, cancellationToken);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Answer>(cancellationToken))!.Ended;
    }

    private sealed record Answer(IReadOnlyList<string> Ended);

    private static Uri Address(string clientId) => new($"/v1/clients/{Uri.EscapeDataString(clientId)}/queue", UriKind.Relative);

    private static bool IsKnown(HttpResponseMessage answer) => answer.StatusCode is not HttpStatusCode.NotFound && answer.EnsureSuccessStatusCode().IsSuccessStatusCode;
}
