using System.Data.Common;
using System.Security.Cryptography;
using Cnaim.Identity.Audit;
using Cnaim.Identity.RightsFeed;
using Cnaim.Identity.Staff.Changes;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Dapper;
using Npgsql;

namespace Cnaim.Identity.Clients.Changes;

/// <summary>The second administrator: one transaction decides, changes and audits; the gateway forgets a disabled client's tokens at once.</summary>
internal sealed class DecideClientChange(NpgsqlDataSource database, RightsChanges changes, AuditSignal audited, TimeProvider clock)
{
    public async Task<Decision<ClientChange>> RunAsync(Guid changeId, bool isApproved, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var change = await connection.QuerySingleOrDefaultAsync<ClientChange>(new CommandDefinition(ClientChangeSql.Lock, new { changeId }, transaction, cancellationToken: cancellationToken));
        var refusal = change is null ? ClientRefusals.NotFound
            : change.Decision is not null ? StaffRefusals.Decided
            : string.Equals(change.RequestedBy, actor.Subject, StringComparison.Ordinal) ? StaffRefusals.OwnRequest
            : null;
        if (refusal is not null)
        {
            await transaction.AuditAsync(actor, "client-change.refused", "client-change", changeId.ToString(), new { refusal.Code }, cancellationToken);
            await transaction.CommitAsync(audited, cancellationToken);
            return refusal;
        }

        if (isApproved && await ApplyAsync(transaction, change!, now, cancellationToken) != 1)
        {
            return ClientRefusals.Impossible;
        }

        var decision = isApproved ? "approved" : "rejected";
        await connection.ExecuteAsync(new CommandDefinition(
            ClientChangeSql.Decide, new { changeId, decision, decidedBy = actor.Subject, now }, transaction, cancellationToken: cancellationToken));
        await transaction.AuditAsync(actor, "client-change." + decision, "client-change", changeId.ToString(), new { change!.Kind, change.ClientId, change.Office, change.Scopes }, cancellationToken);
        await RightsChanges.AddAsync(transaction, change.ClientId, cancellationToken);
        await transaction.CommitAsync(audited, cancellationToken);
        changes.Signal();
        return change with { Decision = decision, DecidedBy = actor.Subject };
    }

    private static Task<int> ApplyAsync(DbTransaction transaction, ClientChange change, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters(change);
        parameters.Add(nameof(now), now);
        if (change.Kind is ClientChange.Create)
        {
            var salt = ClientSecret.NewSalt();
            parameters.Add(nameof(salt), salt);
            parameters.Add("hash", RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes));
            parameters.Add("iterations", ClientSecret.Iterations);
        }

        var sql = change.Kind switch { ClientChange.Create => ClientChangeSql.Create, ClientChange.Keys => ClientChangeSql.Keys, _ => ClientChangeSql.Disable };
        return transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken));
    }
}
