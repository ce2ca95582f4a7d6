using Cnaim.Identity.Audit;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Dapper;
using Npgsql;

namespace Cnaim.Identity.Staff.Changes;

internal sealed class StaffChangeStore(NpgsqlDataSource database, AuditSignal audited)
{
    public async Task AddAsync(StaffChange change, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(StaffChangeSql.Insert, change, transaction, cancellationToken: cancellationToken));
        await transaction.AuditAsync(actor, "staff-change.requested", "staff-change", change.ChangeId.ToString(), Describe(change), cancellationToken);
        await transaction.CommitAsync(audited, cancellationToken);
    }

    public async Task<IReadOnlyList<StaffChange>> ListAsync(bool? isOpen, string? office, string? centre, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<StaffChange>(
            new CommandDefinition(StaffChangeSql.List, new { isOpen, office, centre }, cancellationToken: cancellationToken))).AsList();
    }

    public static object Describe(StaffChange change) => new { change.Kind, change.StaffId, change.Role, change.Office, change.Centre, change.ClientId, change.AssignmentId };
}
