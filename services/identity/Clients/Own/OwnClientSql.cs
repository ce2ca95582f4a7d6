using Cnaim.Identity.Clients.Changes;

namespace Cnaim.Identity.Clients.Own;

internal static class OwnClientSql
{
    /// <summary>One change of a client at a time.</summary>
    public const string Lock = $"{ClientSql.Find} AND kind = 'partner' FOR UPDATE";

    public const string SecretChangedAt = "SELECT secret_changed_at FROM client WHERE client_id = @clientId";

    public const string Waiting = $"""
        SELECT
        {ClientChangeSql.Columns}
        FROM client_change
        WHERE client_id = @clientId
            AND kind = 'keys'
            AND decision IS NULL
        ORDER BY change_id DESC
        LIMIT 20
        """;

    /// <summary>Changes that would put a removed key back are over with it.</summary>
    public const string DropWaiting = """
        UPDATE client_change
        SET
            decision = 'rejected',
            decided_by = @subject,
            decided_at = @now
        WHERE client_id = @ClientId
            AND kind = 'keys'
            AND decision IS NULL
        """;

    public const string Secret = """
        UPDATE client
        SET
            secret_salt = @salt,
            secret_hash = @hash,
            secret_iterations = @iterations,
            secret_changed_at = @now
        WHERE client_id = @ClientId
        """;
}
