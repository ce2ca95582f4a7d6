using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Cnaim.Demo.Gateway;

/// <summary>One token per desk, from the public token endpoint, renewed before it expires.</summary>
internal sealed class DeskTokens(HttpClient http, DemoPlatform platform, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<Desk, (string Token, DateTimeOffset RenewAt)> _tokens = new();
    private readonly SemaphoreSlim _gate = new(1, 1);

    public async Task<string> GetAsync(Desk desk, CancellationToken cancellationToken)
    {
        if (_tokens.TryGetValue(desk, out var held) && clock.GetUtcNow() < held.RenewAt)
        {
            return held.Token;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _tokens.TryGetValue(desk, out held) && clock.GetUtcNow() < held.RenewAt ? held.Token : await RenewAsync(desk, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Forget(Desk desk) => _tokens.TryRemove(desk, out _);

    public void Dispose() => _gate.Dispose();

    private async Task<string> RenewAsync(Desk desk, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = platform.ClientId,
            ["client_secret"] = platform.ClientSecret,
            ["office"] = desk.Office,
            ["centre"] = desk.Centre,
            ["role"] = desk.Role,
            ["desk"] = desk.Name,
        });
        using var response = await http.PostAsync(new Uri(platform.Gateway, "/connect/token"), form, cancellationToken);
        var body = await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken);
        if (!response.IsSuccessStatusCode || body?["access_token"] is not { } token)
        {
            throw DemoRefusedException.For("token", new GatewayAnswer { Status = response.StatusCode, Body = body });
        }

        var lifetime = TimeSpan.FromSeconds(body["expires_in"]?.GetValue<int>() ?? 600);
        _tokens[desk] = (token.GetValue<string>(), clock.GetUtcNow() + (lifetime > 2 * Margin ? lifetime - Margin : lifetime / 2));
        return token.GetValue<string>();
    }
}
