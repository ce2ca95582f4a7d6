using System.Data.Common;
using System.Text.Json;
using Cnaim.Messaging.Auditing;
using Dapper;
using Npgsql;

namespace Cnaim.Messaging;

/// <summary>Writes the trail of a service that sends and receives no messages; <c>AddAuditTrail</c> registers it, also for calls that are refused.</summary>
/// <param name="database">The service's database.</param>
/// <param name="audited">Wakes the sealer.</param>
public sealed class AuditTrail(NpgsqlDataSource database, AuditSignal audited) : IRecordDenials
{
    /// <summary>Writes an entry in the transaction of the change.</summary>
    /// <param name="transaction">The open transaction.</param>
    /// <param name="entry">What was done; its actor is set.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <exception cref="ArgumentException">The entry has no actor: here nobody else is at work.</exception>
    public static Task AddAsync(DbTransaction transaction, AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(entry);
        var actor = entry.Actor ?? throw new ArgumentException("An entry of this trail names who acted.", nameof(entry));
        var row = new { actor.Subject, actor.Office, actor.Centre, actor.Role, entry.Action, entry.RecordKind, entry.RecordId, entry.Purpose, Detail = entry.StoredDetail is { } detail ? JsonSerializer.Serialize(detail) : null };
        return transaction.Connection!.ExecuteAsync(new CommandDefinition(AuditSql.Add, row, transaction, cancellationToken: cancellationToken));
    }

    /// <summary>Commits, and wakes the sealer.</summary>
    /// <param name="transaction">The transaction with the change and its entries.</param>
    /// <param name="cancellationToken">Ends the commit.</param>
    public async Task CommitAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        await transaction.CommitAsync(cancellationToken);
        audited.Set();
    }

    /// <inheritdoc />
    public async Task RecordAsync(AuditEntry denied, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await AddAsync(transaction, denied, cancellationToken);
        await CommitAsync(transaction, cancellationToken);
    }
}
