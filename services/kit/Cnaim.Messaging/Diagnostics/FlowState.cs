using Cnaim.Messaging.Faults;
using Cnaim.Messaging.Relay;

namespace Cnaim.Messaging;

/// <summary>What the monitor saw last, and what follows for health.</summary>
internal sealed class FlowState(RelayStatus relay, TimeProvider clock)
{
    // One look takes 2 s, and its own time-outs up to 3 s.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private long _brokerSeen;
    private long _databaseSeen;
    private bool _isBusHealthy;
    private bool _hasConsumers;
    private bool _isAnyRelayBeating;
    private bool _hasReplicationSlot;

    public void BrokerSeen(uint? consumers, bool isBusHealthy)
    {
        (_isBusHealthy, _hasConsumers) = (isBusHealthy, consumers > 0);
        if (consumers is not null)
        {
            _brokerSeen = clock.GetTimestamp();
        }
    }

    public void DatabaseSeen(bool isAnyRelayBeating, bool hasReplicationSlot) =>
        (_databaseSeen, _isAnyRelayBeating, _hasReplicationSlot) = (clock.GetTimestamp(), isAnyRelayBeating, hasReplicationSlot);

    /// <summary>Why the flow is broken; null when it is well.</summary>
    public string? Problem()
    {
        var isAlwaysGreen = false;
        Fault.Ask("health-always-green", ref isAlwaysGreen);
        return this switch
        {
            _ when isAlwaysGreen => null,
            _ when !IsFresh(_brokerSeen) => "The broker does not answer.",
            _ when !_isBusHealthy => "The bus is not connected.",
            _ when !_hasConsumers => "The service's queue has no consumer.",
            _ when !IsFresh(_databaseSeen) => "The database does not answer.",
            _ when _hasReplicationSlot => "A replication slot exists: a dead reader would fill the disk with WAL. Drop it.",
            _ when relay.IsHolder && relay.SinceLastPass > Fresh => "The relay stands still.",
            _ when relay.FailingFor > Fresh => "Nothing can be published.",
            _ when !relay.IsHolder && !_isAnyRelayBeating => "No relay is active.",
            _ => null,
        };
    }

    private bool IsFresh(long seen) => seen != 0 && clock.GetElapsedTime(seen) < Fresh;
}
