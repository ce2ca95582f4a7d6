using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>The service's own access token for calls to other services: fetched once, shared, renewed before it expires.</summary>
/// <param name="clients">The HTTP clients.</param>
/// <param name="identity">The service's own client.</param>
/// <param name="configuration">Names identity's address: <c>Services__identity__Http</c>.</param>
/// <param name="clock">The time.</param>
public sealed class ServiceTokens(IHttpClientFactory clients, IOptions<IdentityOptions> identity, IConfiguration configuration, TimeProvider clock)
{
    internal const string HttpClientName = "service-tokens";
    private readonly Lock _gate = new();
    private volatile Held _held = new("", DateTimeOffset.MinValue, DateTimeOffset.MinValue);
    private Task<Held>? _fetch;

    /// <summary>A token that is valid for at least another 30 seconds.</summary>
    /// <param name="cancellationToken">Stops waiting, not the shared fetch.</param>
    /// <returns>The compact JWT, to be sent as <c>Authorization: Bearer</c>.</returns>
    /// <exception cref="InvalidOperationException">The service's client or identity's address is not configured.</exception>
    /// <exception cref="HttpRequestException">Identity did not answer or refused the client.</exception>
    public ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        var (held, now) = (_held, clock.GetUtcNow());
        if (now < held.RenewAt)
        {
            return ValueTask.FromResult(held.Token);
        }

        var fetch = FetchOnceAsync();
        return now < held.UsableUntil ? ValueTask.FromResult(held.Token) : WaitAsync(fetch, cancellationToken);
    }

    private static async ValueTask<string> WaitAsync(Task<Held> fetch, CancellationToken cancellationToken) =>
        (await fetch.WaitAsync(cancellationToken)).Token;

    private Task<Held> FetchOnceAsync()
    {
        lock (_gate)
        {
            return _fetch is { IsCompleted: false } ? _fetch : _fetch = FetchAsync();
        }
    }

    private async Task<Held> FetchAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, TokenEndpoint());
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Credentials());
        request.Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]);
        using var client = clients.CreateClient(HttpClientName);
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<TokenAnswer>() ?? throw new HttpRequestException("The token endpoint answered nothing.");
        var (now, life) = (clock.GetUtcNow(), TimeSpan.FromSeconds(answer.ExpiresIn));
        return _held = new Held(answer.AccessToken, now + (life * 0.75), now + life - TimeSpan.FromSeconds(30));
    }

    private Uri TokenEndpoint() => new(
        new Uri(configuration["Services:identity:Http"] ?? throw new InvalidOperationException("Set Services__identity__Http to the address of identity.")),
        "/connect/token");

    private string Credentials()
    {
        var client = identity.Value.Client;
        return client.Id.Length > 0 && client.Secret.Length > 0
            ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(client.Id)}:{Uri.EscapeDataString(client.Secret)}"))
            : throw new InvalidOperationException("Set Identity__Client__Id and Identity__Client__Secret to the service's own client.");
    }

    private sealed record Held(string Token, DateTimeOffset RenewAt, DateTimeOffset UsableUntil);

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
