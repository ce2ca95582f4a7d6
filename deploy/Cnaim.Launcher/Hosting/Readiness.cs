using System.Text.Json;

namespace Cnaim.Launcher;

/// <summary>Asks services how they are.</summary>
public static class Readiness
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(2) })
    {
        Timeout = TimeSpan.FromSeconds(5),
    };

    /// <summary>Whether <c>/health/ready</c> is green now.</summary>
    /// <param name="address">The service's address.</param>
    /// <param name="cancellationToken">Ends the question; the answer is then false.</param>
    public static Task<bool> IsReadyAsync(string address, CancellationToken cancellationToken) => IsGreenAsync(address, "/health/ready", cancellationToken);

    /// <summary>Whether <c>/health/flow</c> is green now: broker, relay and consumers.</summary>
    /// <param name="address">The service's address.</param>
    /// <param name="cancellationToken">Ends the question; the answer is then false.</param>
    public static Task<bool> IsFlowingAsync(string address, CancellationToken cancellationToken) => IsGreenAsync(address, "/health/flow", cancellationToken);

    /// <summary>What a service's <c>/health/flow</c> complains about, in sentences; empty where it is well or silent.</summary>
    /// <param name="address">The service's address.</param>
    /// <param name="cancellationToken">Ends the question; the answer is then empty.</param>
    public static async Task<IReadOnlyList<string>> AlertsAsync(string address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri(address + "/health/flow"), cancellationToken);
            using var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
            return report.RootElement.TryGetProperty("checks", out var checks)
                ? [.. checks.EnumerateObject().Where(check => check.Value.GetProperty("status").GetString() is not "healthy").Select(check => check.Value.GetProperty("description").GetString() ?? check.Name)]
                : [];
        }
        catch (Exception silent) when (silent is HttpRequestException or OperationCanceledException or JsonException)
        {
            return [];
        }
    }

    private static async Task<bool> IsGreenAsync(string address, string path, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri(address + path), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception silent) when (silent is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
