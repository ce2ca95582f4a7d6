using System.Data.Common;
using System.Text.Json;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Dapper;

namespace Cnaim.Identity.Audit;

/// <summary>Writes who did what, in the transaction that does it, and tells the sealer.</summary>
internal static class Auditing
{
    public static Task AuditAsync(
        this DbTransaction transaction, Actor actor, string action, string recordKind, string recordId, object? detail, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            AuditSql.Add,
            new { actor.Subject, actor.Office, actor.Centre, actor.Role, action, recordKind, recordId, detail = detail is null ? null : JsonSerializer.Serialize(detail) },
            transaction,
            cancellationToken: cancellationToken));

    public static async Task CommitAsync(this DbTransaction transaction, AuditSignal audited, CancellationToken cancellationToken)
    {
        await transaction.CommitAsync(cancellationToken);
        audited.Set();
    }
}
