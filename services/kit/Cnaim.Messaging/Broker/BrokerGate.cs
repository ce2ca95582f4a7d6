using MassTransit;
using Microsoft.Extensions.Logging;

namespace Cnaim.Messaging.Broker;

/// <summary>Opens when everything this service uses exists at the broker and the bus is healthy; nothing is published before.</summary>
internal sealed partial class BrokerGate(BrokerProbe probe, IBusControl bus, TimeProvider clock, ILogger<BrokerGate> logger)
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    public async Task WaitUntilOpenAsync(CancellationToken cancellationToken)
    {
        var last = "";
        while (true)
        {
            try
            {
                await probe.LookAsync(cancellationToken);
                await bus.WaitForHealthStatus(BusHealthStatus.Healthy, cancellationToken);
                return;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                if (!string.Equals(exception.Message, last, StringComparison.Ordinal))
                {
                    Log.Waiting(logger, exception.Message);
                    last = exception.Message;
                }

                await Task.Delay(RetryInterval, clock, cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Nothing is published yet: {Reason}")]
        public static partial void Waiting(ILogger logger, string reason);
    }
}
