using System.Net;

namespace Cnaim.Subscriptions.AuditRoots;

/// <summary>Asks the directory for the latest root.</summary>
internal sealed partial class FollowAuditRoot(IHttpClientFactory clients, LatestAuditRoot root, IConfiguration configuration, TimeProvider clock, ILogger<FollowAuditRoot> logger) : BackgroundService
{
    public const string HttpClientName = "audit-root";
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(configuration.GetValue("AuditRoots:FollowSeconds", 60.0));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, clock);
        do
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, error.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(HttpClientName);
        using var answer = await client.GetAsync(new Uri("/v1/audit/roots/latest", UriKind.Relative), cancellationToken);
        if (answer.StatusCode is not HttpStatusCode.NotFound)
        {
            answer.EnsureSuccessStatusCode();
            root.Current = (await answer.Content.ReadFromJsonAsync<TakenRoot>(cancellationToken))!.Root;
        }
    }

    private sealed record TakenRoot(string Root);

    private static partial class Log
    {
        [LoggerMessage(EventId = 7202, Level = LogLevel.Warning, Message = "The latest audit root could not be read and is asked for again: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
