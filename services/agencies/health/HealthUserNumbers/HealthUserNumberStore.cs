using Cnaim.Contracts.Events;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Cases;
using Dapper;

namespace Cnaim.Health.HealthUserNumbers;

internal sealed class HealthUserNumberStore(OfficeTransaction transaction)
{
    /// <summary>Locks the case and reads how far it is; with a centre only when it is that centre's.</summary>
    public async Task<HealthUserNumberState?> LoadAsync(Guid caseId, string? centre, CancellationToken cancellationToken)
    {
        await transaction.LockCaseAsync(caseId, cancellationToken); // before reading, so that two counters cannot both ask
        return await transaction.Connection.QuerySingleOrDefaultAsync<HealthUserNumberState>(
            transaction.Command(HealthUserNumberSql.Load, new { caseId, centre }, cancellationToken));
    }

    public Task InsertAsync(HealthUserNumberRequested requested, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteAsync(transaction.Command(HealthUserNumberSql.Insert, requested, cancellationToken));

    public Task ConfirmAsync(HealthUserNumberConfirmed confirmed, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteAsync(transaction.Command(HealthUserNumberSql.Confirm, confirmed, cancellationToken));
}
