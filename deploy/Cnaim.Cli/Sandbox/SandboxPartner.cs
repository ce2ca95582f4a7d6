using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Cnaim.Launcher;

namespace Cnaim.Cli.Sandbox;

/// <summary>An invented partner at the gateway, as a partner's own program would be: a token, an endpoint, and its end.</summary>
internal sealed class SandboxPartner(string gateway, string clientId, string secret) : IDisposable
{
    private const string Endpoints = "/api/subscriptions/v1/endpoints";
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(gateway), Timeout = TimeSpan.FromSeconds(30) };

    public async Task SignInAsync(CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", clientId), new("client_secret", secret)]);
        using var answer = await _client.PostAsync("/connect/token", form, cancellationToken);
        var granted = await ReadAsync(answer, cancellationToken);
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", granted.GetProperty("access_token").GetString());
    }

    /// <summary>Registers an address; the answer has the endpoint's id and its secret, which is shown this once.</summary>
    public async Task<(string Id, string Secret)> RegisterAsync(string address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Endpoints) { Content = JsonContent.Create(new { url = address, description = "./cnaim sandbox" }) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await _client.SendAsync(request, cancellationToken);
        var registered = await ReadAsync(answer, cancellationToken);
        return (registered.GetProperty("endpoint").GetProperty("id").GetString()!, registered.GetProperty("secret").GetString()!);
    }

    public async Task WaitUntilActiveAsync(string id, CancellationToken cancellationToken)
    {
        for (var state = ""; state is not "active";)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
            using var answer = await _client.GetAsync($"{Endpoints}/{id}", cancellationToken);
            state = (await ReadAsync(answer, cancellationToken)).GetProperty("state").GetString();
        }
    }

    public async Task RemoveAsync(string id)
    {
        await SignInAsync(CancellationToken.None); // the token of the beginning may have ended
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"{Endpoints}/{id}");
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await _client.SendAsync(request);
    }

    public void Dispose() => _client.Dispose();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<JsonElement>(text)
            : throw new LauncherException(LauncherProblem.Failed, $"{answer.RequestMessage!.RequestUri!.AbsolutePath} answered {(int)answer.StatusCode}: {text}");
    }
}
