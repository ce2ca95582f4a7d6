using System.Collections.Concurrent;
using Cnaim.Data;
using Cnaim.Data.Migrations;
using Npgsql;

namespace Cnaim.Reception.Live;

/// <summary>One listening connection for the whole process: every commit at a desk wakes the streams of its centre.</summary>
internal sealed partial class ChangeFeed(DatabaseStart start, DatabaseSettings settings, ILogger<ChangeFeed> logger) : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _next = new(StringComparer.Ordinal);
    private volatile bool _isListening;

    /// <summary>False while the connection is lost; streams then look by themselves at each heartbeat.</summary>
    public bool IsListening => _isListening;

    /// <summary>Completes at the next change; take it before reading, so that nothing is missed in between.</summary>
    public Task NextAsync(string centre) => _next.GetOrAdd(centre, static _ => New()).Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Lost(logger, error.GetType().Name);
                await Task.Delay(RetryAfter, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            finally
            {
                _isListening = false;
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await settings.OpenDedicatedAsync(cancellationToken);
        connection.Notification += (_, notification) => Wake(notification.Payload);
        await using (var listen = new NpgsqlCommand(LiveSql.Listen, connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        _isListening = true;
        // What was told while nobody listened is found by looking once.
        foreach (var centre in _next.Keys)
        {
            Wake(centre);
        }

        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }

    private void Wake(string centre)
    {
        if (_next.TryRemove(centre, out var waiting))
        {
            waiting.TrySetResult();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static partial class Log
    {
        [LoggerMessage(EventId = 4201, Level = LogLevel.Warning, Message = "Changes are not heard at present and are looked for instead: {Reason}")]
        public static partial void Lost(ILogger logger, string reason);
    }
}
