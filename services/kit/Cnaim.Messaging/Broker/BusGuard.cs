using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cnaim.Messaging.Broker;

/// <summary>
/// Ends the process when its bus stays unhealthy for 60 s although fresh connections work: then only a restart helps. A broker that is away never ends
/// anything, and when it is back the bus has its minute, since MassTransit tries again every 30 s only. Looks are counted as well as time: a process that
/// stood still or was starved has not looked, and so knows nothing of the time between.
/// </summary>
internal sealed partial class BusGuard(BrokerProbe probe, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<BusGuard> logger)
{
    private const int LooksNeeded = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private long _since;
    private int _looks;

    public async Task CheckAsync(bool isHealthy, CancellationToken cancellationToken)
    {
        if (isHealthy || !await probe.CanConnectAsync(cancellationToken))
        {
            _looks = 0;
            return;
        }

        _since = _looks++ == 0 ? clock.GetTimestamp() : _since;
        if (_looks < LooksNeeded || clock.GetElapsedTime(_since) < Patience)
        {
            return;
        }

        Log.Ending(logger);
        Environment.ExitCode = 75;
        lifetime.StopApplication();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Critical, "The bus has been unhealthy for a minute although the broker answers; the process ends to be started again")]
        public static partial void Ending(ILogger logger);
    }
}
