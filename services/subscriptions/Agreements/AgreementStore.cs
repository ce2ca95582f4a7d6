using System.Security.Cryptography;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Protection;
using Cnaim.Subscriptions.Queues;
using Dapper;

namespace Cnaim.Subscriptions.Agreements;

internal sealed class AgreementStore(OfficeTransaction transaction, FieldProtection protection)
{
    private const int KeySize = 32;

    public Task<AgreementRow?> FindAsync(string clientId, CancellationToken cancellationToken) => OneAsync<AgreementRow>(AgreementSql.Find, new { clientId }, cancellationToken);

    public Task<AgreementRow?> LockAsync(string clientId, CancellationToken cancellationToken) => OneAsync<AgreementRow>(AgreementSql.Lock, new { clientId }, cancellationToken);

    public Task<AgreementChangeRow?> LockChangeAsync(Guid changeId, CancellationToken cancellationToken) => OneAsync<AgreementChangeRow>(AgreementSql.LockChange, new { changeId }, cancellationToken);

    public async Task<IReadOnlyList<AgreementRow>> ListAsync(string? after, int limit, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return [.. await transaction.Connection.QueryAsync<AgreementRow>(transaction.Command(AgreementSql.List, new { after, limit }, cancellationToken))];
    }

    public async Task<IReadOnlyList<AgreementChangeRow>> ChangesAsync(Guid? before, string? clientId, int limit, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return [.. await transaction.Connection.QueryAsync<AgreementChangeRow>(transaction.Command(AgreementSql.Changes, new { before, clientId, limit }, cancellationToken))];
    }

    public Task AskAsync(AgreementChangeRow change, CancellationToken cancellationToken) => ExecuteAsync(AgreementSql.Ask, change, cancellationToken);

    public Task DecideAsync(Guid changeId, string decision, string decidedBy, DateTimeOffset now, CancellationToken cancellationToken) =>
        ExecuteAsync(AgreementSql.Decide, new { changeId, decision, decidedBy, now }, cancellationToken);

    /// <summary>False when the agreement is no longer at the version that the change was asked for; 0 is none yet.</summary>
    public async Task<bool> SaveAsync(string clientId, AgreementTerms terms, long baseVersion, CancellationToken cancellationToken)
    {
        var agreementId = Guid.CreateVersion7();
        var row = new
        {
            clientId,
            agreementId,
            terms.Name,
            EventTypes = terms.EventTypes.ToArray(),
            Municipalities = terms.Municipalities.ToArray(),
            terms.DataLevel,
            terms.Office,
            terms.Queue,
            terms.ValidFrom,
            terms.ValidUntil,
            focalPointName = terms.FocalPoint.Name,
            focalPointEmail = terms.FocalPoint.Email,
            subjectKey = protection.Protect(RandomNumberGenerator.GetBytes(KeySize), agreementId),
            baseVersion,
        };
        return await ExecuteAsync(AgreementSql.Save, row, cancellationToken) is 1;
    }

    public Task AskQueueResetAsync(string clientId, CancellationToken cancellationToken) => ExecuteAsync(QueueSql.AskReset, new { clientId }, cancellationToken);

    private async Task<T?> OneAsync<T>(string sql, object parameters, CancellationToken cancellationToken)
        where T : class
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<T>(transaction.Command(sql, parameters, cancellationToken));
    }

    private async Task<int> ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.ExecuteAsync(transaction.Command(sql, parameters, cancellationToken));
    }
}
