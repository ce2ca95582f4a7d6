using Cnaim.Messaging.Outbox;

namespace Cnaim.Messaging;

/// <summary>Wakes the sealer after a commit that wrote audit entries. <see cref="OfficeTransaction"/> does it by itself; only statements that write <c>audit_entry</c> on their own call it.</summary>
public sealed class AuditSignal
{
    private readonly OutboxSignal _signal = new();

    /// <summary>Audit entries have been committed; costs nothing when the sealer is awake already.</summary>
    public void Set() => _signal.Set();

    internal void Take() => _signal.Take();

    internal Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _signal.WaitAsync(atMost, cancellationToken);
}
