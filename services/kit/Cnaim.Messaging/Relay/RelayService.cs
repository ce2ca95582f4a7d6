using Cnaim.Data.Migrations;
using Cnaim.Messaging.Broker;
using Cnaim.Messaging.Faults;
using Cnaim.Messaging.Outbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cnaim.Messaging.Relay;

/// <summary>Moves the outbox to the broker: one active relay per database, woken by commits, with a poll for the work of other processes.</summary>
internal sealed partial class RelayService(
    DatabaseStart start,
    BrokerGate gate,
    RelayLease lease,
    RelayPass pass,
    MessagePublisher publisher,
    OutboxSignal signal,
    RelayStatus status,
    MessagingOptions options,
    TimeProvider clock,
    ILogger<RelayService> logger) : BackgroundService
{
    private static readonly TimeSpan StandbyInterval = TimeSpan.FromSeconds(2);
    private int _pauseLevel;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await start.WaitAsync(stoppingToken);
            await gate.WaitUntilOpenAsync(stoppingToken);
            await publisher.StartAsync();
            while (!stoppingToken.IsCancellationRequested)
            {
                await RelayUntilLostAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; what is not confirmed stays in the outbox.
        }
        finally
        {
            await lease.DisposeAsync();
        }
    }

    private async Task RelayUntilLostAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (!await lease.TryAcquireAsync(cancellationToken))
            {
                status.IsStandby = true;
                await Task.Delay(StandbyInterval, clock, cancellationToken);
            }

            (status.IsHolder, status.IsStandby) = (true, false);
            Log.Acquired(logger);
            while (true)
            {
                await lease.BeatIfDueAsync(cancellationToken);
                await StepAsync(cancellationToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            (status.IsHolder, status.IsStandby) = (false, false);
            Log.Lost(logger, exception.GetType().Name, (exception as Npgsql.PostgresException)?.SqlState);
            await lease.DisposeAsync();
            await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellationToken);
        }
    }

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        var isSignalOff = false;
        Fault.Ask("signal-and-poll-off", ref isSignalOff);
        signal.Take();
        var (count, isWell) = await pass.RunAsync(lease, cancellationToken);
        if (!isWell)
        {
            await Task.Delay(RetryTimes.RelayPause(_pauseLevel++, Random.Shared.NextDouble()), clock, cancellationToken);
            return;
        }

        _pauseLevel = 0;
        if (isSignalOff)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellationToken);
        }
        else if (count == 0)
        {
            await signal.WaitAsync(options.RelayPoll, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "This process relays now")]
        public static partial void Acquired(ILogger logger);

        [LoggerMessage(2, LogLevel.Warning, "The relay lost its database connection ({Reason} {SqlState}); it takes the lease again")]
        public static partial void Lost(ILogger logger, string reason, string? sqlState);
    }
}
