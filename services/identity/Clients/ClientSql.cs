namespace Cnaim.Identity.Clients;

internal static class ClientSql
{
    public const string Find = """
        SELECT
            client_id,
            kind,
            office,
            role,
            scopes,
            centre,
            public_keys::text AS public_keys,
            secret_salt,
            secret_hash,
            secret_iterations,
            broker_queue
        FROM client
        WHERE client_id = @clientId
            AND disabled_at IS NULL
        """;

    public const string Save = """
        INSERT INTO client (client_id, kind, office, centre, role, scopes, secret_salt, secret_hash, secret_iterations)
        VALUES (@ClientId, @Kind, @Office, @Centre, @Role, @Scopes, @SecretSalt, @SecretHash, @SecretIterations)
        ON CONFLICT (client_id) DO UPDATE SET
            kind = excluded.kind,
            office = excluded.office,
            centre = excluded.centre,
            role = excluded.role,
            scopes = excluded.scopes,
            secret_salt = excluded.secret_salt,
            secret_hash = excluded.secret_hash,
            secret_iterations = excluded.secret_iterations,
            secret_changed_at = now()
        """;

    public const string UseAssertion = """
        WITH old AS (DELETE FROM used_assertion WHERE expires_at < @now)
        INSERT INTO used_assertion (client_id, assertion_digest, expires_at)
        VALUES (@clientId, @digest, @expiresAt)
        ON CONFLICT DO NOTHING
        """;

    public const string DropSandbox = """
        DELETE FROM client
        WHERE kind = 'sandbox'
           OR client_id = ANY (@partners)
        """;
}
