using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Cnaim.Launcher;
using Cnaim.Messaging.Topology;

namespace Cnaim.Cli.Operating;

/// <summary>Calls the operator's verbs of a service as a demo administrator of the network.</summary>
internal sealed class OperatorClient : IDisposable
{
    private const string Administrator = "administrator";

    private readonly HttpClient _client;

    internal OperatorClient(HttpClient client) => _client = client;

    public static async Task<OperatorClient> OpenAsync(string code, string centre, CancellationToken cancellationToken)
    {
        var running = RunningPlatform.Find(PlatformLayout.Find(Repository.Find()));
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(running.AddressOf(code)), Timeout = TimeSpan.FromSeconds(30) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await running.Tokens.GetAsync(Office(code), centre, Administrator, code, cancellationToken));
        return new OperatorClient(client);
    }

    /// <summary>Of a service that sends or takes messages: others have no outbox and no errors to show.</summary>
    public static Task<OperatorClient> OfMessagesAsync(string code, string centre, CancellationToken cancellationToken) => TopologyManifest.Load().Find(code) is null
        ? throw new LauncherException(LauncherProblem.Usage, $"{code} exchanges no messages: it has no outbox and no errors of that kind.")
        : OpenAsync(code, centre, cancellationToken);

    public Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, path, null, cancellationToken);

    public Task<JsonElement> PostAsync(string path, object body, CancellationToken cancellationToken) => SendAsync(HttpMethod.Post, path, body, cancellationToken);

    public void Dispose() => _client.Dispose();

    // Screening and the like are no offices that a demo identity could belong to; their administrators sit at the reception.
    private static string Office(string code) => TopologyManifest.Load().Find(code) is { Kind: "office" } ? code : "reception";

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
            using var answer = await _client.SendAsync(request, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            using var document = JsonDocument.Parse(text.Length == 0 ? "{}" : text);
            return answer.IsSuccessStatusCode ? document.RootElement.Clone() : throw Refused(answer, document.RootElement);
        }
        catch (Exception silent) when (silent is HttpRequestException or JsonException)
        {
            throw new LauncherException(LauncherProblem.Failed, "The service does not answer; see ./cnaim status.", silent);
        }
    }

    private static LauncherException Refused(HttpResponseMessage answer, JsonElement problem) => new(
        LauncherProblem.Failed,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The service refused with {(int)answer.StatusCode}: {(problem.ValueKind is JsonValueKind.Object && problem.TryGetProperty("detail", out var detail) ? detail.GetString() : answer.ReasonPhrase)}"));
}
