using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Cnaim.Benchmarks.Setup;

/// <summary>Tokens of demo identities, from identity, each for the service or gateway that is called.</summary>
internal sealed class Tokens(Uri identity, string secret)
{
    private static readonly HttpClient Client = new();

    public async Task<string> GetAsync(string office, string centre, string role, string audience, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(identity, "/connect/token"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("sandbox:" + Uri.EscapeDataString(secret))));
        request.Content = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("office", office), new("centre", centre), new("role", role), new("audience", audience)]);
        using var answer = await Client.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("access_token").GetString()!;
    }
}
