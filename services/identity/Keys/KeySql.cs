namespace Cnaim.Identity.Keys;

internal static class KeySql
{
    public const string Lock = "SELECT pg_advisory_xact_lock(hashtext('signing_key'))";

    public const string Published = """
        SELECT
            key_id,
            public_x,
            public_y,
            protected_private_key,
            activates_at
        FROM signing_key
        WHERE expires_at IS NULL
            OR expires_at > @now
        ORDER BY activates_at DESC, key_id
        """;

    public const string Add = """
        INSERT INTO signing_key (key_id, public_x, public_y, protected_private_key, activates_at)
        VALUES (@KeyId, @PublicX, @PublicY, @ProtectedPrivateKey, @ActivatesAt)
        """;

    public const string ExpireOthers = """
        UPDATE signing_key
        SET expires_at = @expiresAt
        WHERE key_id <> @keyId
            AND expires_at IS NULL
        """;
}
