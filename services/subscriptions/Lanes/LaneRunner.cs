using Cnaim.Data.Migrations;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Cnaim.Subscriptions.Lanes;

/// <summary>Gives lanes a place: healthy ones and suspect ones in pools of their own, so that the dead never stand in the way of the living.</summary>
internal sealed partial class LaneRunner(LaneStore lanes, RunLane run, DatabaseStart start, IOptions<LaneOptions> options, TimeProvider clock, ILogger<LaneRunner> logger) : BackgroundService
{
    // Whatever became due by time alone, and whatever a wake-up missed.
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(1);
    private readonly int[] _running = new int[2];
    private long _swept;
    private long _seen;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        var isFirst = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (isFirst)
                {
                    _seen = await lanes.NewestAsync(stoppingToken);
                }

                await LookAsync(isFirst, stoppingToken);
                isFirst = false;
            }
            catch (NpgsqlException error)
            {
                Log.Failed(logger, error.SqlState ?? error.GetType().Name);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(options.Value.PollMilliseconds), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        while (_running.Sum() > 0)
        {
            await Task.Delay(50, CancellationToken.None);
        }
    }

    private async Task LookAsync(bool isFirst, CancellationToken stoppingToken)
    {
        var woken = await lanes.WakeAsync(_seen, stoppingToken);
        _seen = woken.Select(lane => lane.Newest).DefaultIfEmpty(_seen).Max();
        var isSweep = isFirst || clock.GetElapsedTime(_swept) >= Sweep;
        if (!isSweep && woken.Count is 0)
        {
            return;
        }

        _swept = isSweep ? clock.GetTimestamp() : _swept;
        Guid[]? only = isSweep ? null : [.. woken.Select(lane => lane.EndpointId)];
        await FillAsync(suspect: false, only, options.Value.Healthy, stoppingToken);
        await FillAsync(suspect: true, only, options.Value.Suspect, stoppingToken);
    }

    private async Task FillAsync(bool suspect, Guid[]? only, int size, CancellationToken stoppingToken)
    {
        var pool = suspect ? 1 : 0;
        var free = size - Volatile.Read(ref _running[pool]);
        foreach (var id in free > 0 ? await lanes.ClaimAsync(suspect, only, free, stoppingToken) : [])
        {
            Interlocked.Increment(ref _running[pool]);
            _ = Task.Run(() => WorkAsync(id, pool, stoppingToken), CancellationToken.None);
        }
    }

    private async Task WorkAsync(Guid id, int pool, CancellationToken stoppingToken)
    {
        try
        {
            await run.RunAsync(id, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was not sent is still owed.
        }
        catch (Exception error)
        {
            Log.LaneFailed(logger, id, error.GetType().Name);
        }
        finally
        {
            Interlocked.Decrement(ref _running[pool]);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 7203, Level = LogLevel.Warning, Message = "Lanes could not be read and are looked at again: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);

        [LoggerMessage(EventId = 7204, Level = LogLevel.Error, Message = "The lane of endpoint {EndpointId} failed and is taken again: {Reason}")]
        public static partial void LaneFailed(ILogger logger, Guid endpointId, string reason);
    }
}
