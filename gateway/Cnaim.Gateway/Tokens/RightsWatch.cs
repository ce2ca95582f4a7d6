using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Gateway.Tokens;

/// <summary>Follows whose rights or sessions have changed: one question stays open at identity, which answers at a change or after four seconds.</summary>
internal sealed partial class RightsWatch(TokenEndpoint endpoint, IHttpClientFactory clients, InternalTokens tokens, TimeProvider clock, ILogger<RightsWatch> logger) : BackgroundService
{
    public const string HttpClientName = "rights-watch";
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (long? after = null; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                var asked = clock.GetTimestamp();
                after = await FollowAsync(after, stoppingToken);
                await PauseAsync(Least - clock.GetElapsedTime(asked), stoppingToken);
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or System.Text.Json.JsonException && !stoppingToken.IsCancellationRequested)
            {
                Log.Silent(logger, exception.GetType().Name);
                await Task.Delay(Retry, clock, stoppingToken);
            }
        }
    }

    private async Task<long> FollowAsync(long? after, CancellationToken cancellationToken)
    {
        using var request = endpoint.Request(HttpMethod.Post, "/connect/rights-changes");
        request.Content = new FormUrlEncodedContent(after is { } last ? [new("after", last.ToString(System.Globalization.CultureInfo.InvariantCulture))] : []);
        using var client = clients.CreateClient(HttpClientName);
        using var response = await client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var changes = await response.Content.ReadFromJsonAsync<Changes>(cancellationToken) ?? throw new HttpRequestException("Identity answered nothing.");
        tokens.Confirm(changes.Subjects);
        return changes.Last;
    }

    // Many changes one after the other are asked for a few at a time.
    private Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken) => pause > TimeSpan.Zero ? Task.Delay(pause, clock, cancellationToken) : Task.CompletedTask;

    private sealed record Changes(long Last, IReadOnlyList<string> Subjects);

    private static partial class Log
    {
        [LoggerMessage(EventId = 3101, Level = LogLevel.Warning, Message = "Changes of rights cannot be followed ({Reason}); tokens are exchanged anew for each request until they can")]
        public static partial void Silent(ILogger logger, string reason);
    }
}
