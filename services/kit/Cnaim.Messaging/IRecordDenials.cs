namespace Cnaim.Messaging;

/// <summary>Keeps what a policy refused to somebody who is known. <c>AddMessaging</c> brings one; a service with <c>AddAuditTrail</c> alone brings its own.</summary>
public interface IRecordDenials
{
    /// <summary>Writes the entry and commits it; what it throws ends the refused call with a 500.</summary>
    /// <param name="denied">Who tried what; its actor is set.</param>
    /// <param name="cancellationToken">The refused call's.</param>
    Task RecordAsync(AuditEntry denied, CancellationToken cancellationToken);
}
