using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cnaim.Messaging.Broker;

/// <summary>Ends the process when its bus stays unhealthy for 60 s although a fresh connection works: then only a restart helps. A broker that is away never ends anything.</summary>
internal sealed partial class BusGuard(BrokerProbe probe, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<BusGuard> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private long _since;

    public async Task CheckAsync(bool isHealthy, CancellationToken cancellationToken)
    {
        if (isHealthy)
        {
            _since = 0;
            return;
        }

        if (_since == 0)
        {
            _since = clock.GetTimestamp();
        }

        if (clock.GetElapsedTime(_since) < Patience || !await probe.CanConnectAsync(cancellationToken))
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
