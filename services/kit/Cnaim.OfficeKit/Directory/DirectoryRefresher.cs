using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cnaim.OfficeKit.Directory;

/// <summary>Keeps <see cref="NetworkDirectory"/> fresh; while the directory is silent the last good answer stays.</summary>
internal sealed partial class DirectoryRefresher(
    DirectoryClient client,
    NetworkDirectory directory,
    IOptions<DirectoryOptions> options,
    TimeProvider clock,
    ILogger<DirectoryRefresher> logger) : BackgroundService
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var (silent, pause) = (false, FirstRetry);
        while (!stoppingToken.IsCancellationRequested)
        {
            var answered = await TryRefreshAsync(stoppingToken);
            if (answered == silent)
            {
                silent = !answered;
                Log.Answers(logger, answered);
            }

            pause = answered ? options.Value.RefreshEvery : Min(pause * 2, options.Value.RefreshEvery);
            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TryRefreshAsync(CancellationToken stop)
    {
        try
        {
            directory.Replace(await client.ReadAsync(stop));
            return true;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or System.Text.Json.JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static partial class Log
    {
        [LoggerMessage(EventId = 3101, Level = LogLevel.Information, Message = "The directory answers: {Answers}; while it does not, the last good answer or assumed hours and deadlines count")]
        public static partial void Answers(ILogger logger, bool answers);
    }
}
