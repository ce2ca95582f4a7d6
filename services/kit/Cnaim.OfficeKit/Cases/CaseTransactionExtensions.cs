using Cnaim.Messaging;
using Dapper;

namespace Cnaim.OfficeKit.Cases;

/// <summary>What offices' own features need of a case inside a transaction; they read it through the view <c>case_summary</c>.</summary>
public static class CaseTransactionExtensions
{
    /// <summary>Locks a case to the end of the transaction, opening it first when needed; do it before reading, so that two counters cannot both act.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="caseId">The case; one that does not exist locks nothing.</param>
    /// <param name="cancellationToken">Stops waiting for the lock.</param>
    public static async Task LockCaseAsync(this OfficeTransaction transaction, Guid caseId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        await transaction.BeginAsync(cancellationToken);
        await transaction.Connection.ExecuteAsync(transaction.Command(CaseSql.LockOnly, new { caseId }, cancellationToken));
    }
}
