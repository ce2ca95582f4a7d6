using System.Diagnostics.Metrics;

namespace Cnaim.Messaging;

/// <summary>The meter <c>Cnaim.Messaging</c>; names are public contract.</summary>
internal sealed class MessagingMetrics : IDisposable
{
    private readonly Counter<long> _published;
    private readonly Counter<long> _returned;
    private readonly Counter<long> _applied;
    private readonly Counter<long> _duplicates;
    private readonly Counter<long> _parked;
    private readonly Counter<long> _failed;

    internal Meter Meter { get; } = new("Cnaim.Messaging");

    public MessagingMetrics()
    {
        _published = Meter.CreateCounter<long>("cnaim.outbox.published", description: "Messages that the broker confirmed");
        _returned = Meter.CreateCounter<long>("cnaim.outbox.returned", description: "Messages that no queue took");
        _applied = Meter.CreateCounter<long>("cnaim.inbox.applied", description: "Messages applied");
        _duplicates = Meter.CreateCounter<long>("cnaim.inbox.duplicates", description: "Deliveries dropped because they were applied before");
        _parked = Meter.CreateCounter<long>("cnaim.inbox.parked", description: "Messages parked, by reason");
        _failed = Meter.CreateCounter<long>("cnaim.inbox.failed", description: "Messages moved to error or skipped");
        Meter.CreateObservableGauge("cnaim.outbox.age", () => Snapshot.OutboxAge.TotalSeconds, "s", "Age of the oldest row that is not parked");
        Meter.CreateObservableGauge("cnaim.outbox.parked", () => Snapshot.OutboxParked, description: "Rows parked in the outbox");
        Meter.CreateObservableGauge("cnaim.inbox.parked.now", () => Snapshot.Parked.Select(pair => new Measurement<long>(pair.Value, new KeyValuePair<string, object?>("reason", pair.Key))), description: "Rows parked in the inbox, by reason");
        Meter.CreateObservableGauge("cnaim.inbox.errors", () => (long)Snapshot.Errors, description: "Messages in the error and skipped queues");
        Meter.CreateObservableGauge("cnaim.outbox.dead", () => Snapshot.Upkeep.DeadTuples, description: "Dead rows of the outbox; alert above 20,000");
        Meter.CreateObservableGauge("cnaim.database.transaction.age", () => Snapshot.Upkeep.OldestTransaction, "s", "Age of the oldest transaction that keeps dead rows alive; alert above 60 s");
        Meter.CreateObservableGauge("cnaim.database.replication.slots", () => Snapshot.Upkeep.ReplicationSlots, description: "Replication slots; must be 0");
        Meter.CreateObservableGauge("cnaim.inbox.partitions.ahead", () => Snapshot.Upkeep.PartitionsAhead, description: "Days ahead with an inbox partition; alert below 3");
        Meter.CreateObservableGauge("cnaim.audit.unsealed.age", () => Snapshot.UnsealedFor.TotalSeconds, "s", "How long the oldest audit entry has waited for its seal; alert above 60 s");
    }

    /// <summary>What the flow monitor saw last.</summary>
    public FlowSnapshot Snapshot { get; set; } = FlowSnapshot.Empty;

    public void Published(int count) => _published.Add(count);

    public void Returned(string audience) => _returned.Add(1, new KeyValuePair<string, object?>("audience", audience));

    public void Applied() => _applied.Add(1);

    public void Duplicate() => _duplicates.Add(1);

    public void Parked(string reason) => _parked.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void Failed(string queue) => _failed.Add(1, new KeyValuePair<string, object?>("queue", queue));

    public void Dispose() => Meter.Dispose();
}
