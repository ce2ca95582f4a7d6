namespace Cnaim.Identity.Clients.Changes;

internal static class ClientChangeSql
{
    public const string Columns = """
            change_id,
            kind,
            client_id,
            office,
            centre,
            scopes,
            public_keys::text AS public_keys,
            reason,
            requested_by,
            requested_at,
            decision,
            decided_by
        """;

    public const string Insert = """
        INSERT INTO client_change (change_id, kind, client_id, office, centre, scopes, public_keys, reason, requested_by, requested_at)
        VALUES (@ChangeId, @Kind, @ClientId, @Office, @Centre, @Scopes, CAST(@PublicKeys AS jsonb), @Reason, @RequestedBy, @RequestedAt)
        """;

    public const string List = $"""
        SELECT
        {Columns}
        FROM client_change
        ORDER BY change_id DESC
        LIMIT 200
        """;

    public const string Lock = $"""
        SELECT
        {Columns}
        FROM client_change
        WHERE change_id = @changeId
        FOR UPDATE
        """;

    public const string Decide = "UPDATE client_change SET decision = @decision, decided_by = @decidedBy, decided_at = @now WHERE change_id = @changeId";

    /// <summary>The secret is random and told to nobody: the client signs.</summary>
    public const string Create = """
        INSERT INTO client (client_id, kind, office, centre, role, scopes, public_keys, secret_salt, secret_hash, secret_iterations)
        VALUES (@ClientId, 'partner', @Office, @Centre, 'partner-client', @Scopes, CAST(@PublicKeys AS jsonb), @salt, @hash, @iterations)
        ON CONFLICT DO NOTHING
        """;

    public const string Keys = "UPDATE client SET public_keys = CAST(@PublicKeys AS jsonb) WHERE client_id = @ClientId AND kind = 'partner' AND disabled_at IS NULL";

    public const string Disable = "UPDATE client SET disabled_at = @now WHERE client_id = @ClientId AND kind = 'partner' AND disabled_at IS NULL";
}
