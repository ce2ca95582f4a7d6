namespace Cnaim.Messaging.Relay;

/// <summary>A stored event on its way to the broker. MassTransit sends it; its body is the stored JSON in MassTransit's envelope.</summary>
internal sealed class StoredMessage(OutboxRow row, string routingKey, byte[] envelope, CancellationTokenSource batch)
{
    public OutboxRow Row { get; } = row;

    public string RoutingKey { get; } = routingKey;

    public byte[] Envelope { get; } = envelope;

    /// <summary>The first transport fault; MassTransit would go on trying by itself until the token is cancelled.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>A closed channel loses everything that is in flight on it, so the whole batch ends at once.</summary>
    public void Fail(Exception fault)
    {
        Fault ??= fault;
        batch.Cancel();
    }
}
