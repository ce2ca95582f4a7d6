namespace Cnaim.Messaging.Auditing;

/// <summary>Keeps refused calls among the entries of the service's own transactions.</summary>
internal sealed class DeniedCalls(OfficeTransaction transaction) : IRecordDenials
{
    public async Task RecordAsync(AuditEntry denied, CancellationToken cancellationToken)
    {
        transaction.Audit(denied);
        await transaction.CommitAsync(cancellationToken);
    }
}
