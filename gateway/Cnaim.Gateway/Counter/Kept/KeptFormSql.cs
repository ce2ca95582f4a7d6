namespace Cnaim.Gateway.Counter.Kept;

internal static class KeptFormSql
{
    public const string Add = """
        INSERT INTO kept_form (form_id, sealed, expires_at)
        VALUES (@id, @content, @expiresAt)
        """;

    public const string Find = """
        SELECT sealed
        FROM kept_form
        WHERE form_id = @id
            AND expires_at > @now
        """;

    public const string Sweep = """
        DELETE FROM kept_form
        WHERE expires_at <= @now
        """;
}
