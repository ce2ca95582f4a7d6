namespace Cnaim.Mediation.Erasures;

internal static class ErasureSql
{
    /// <summary>Offices that have named a person in a booking, and how far their erasures were followed.</summary>
    public const string Offices = """
        SELECT
            b.office,
            f.since
        FROM (
            SELECT DISTINCT office
            FROM booking
            WHERE reference_kind = 'person'
              AND reference IS NOT NULL) AS b
        LEFT JOIN followed_erasures AS f ON f.office = b.office
        """;

    /// <summary>Bookings of whoever the digests stand for.</summary>
    public const string Find = """
        SELECT
            booking_id,
            reference
        FROM booking
        WHERE reference_kind = 'person'
          AND reference IS NOT NULL
          AND (@office::text IS NULL OR office = @office)
          AND messaging.erased_digest(reference) = ANY (@digests)
        FOR UPDATE
        """;

    /// <summary>Times, language and who interpreted stay, and name nobody who was served.</summary>
    public const string Erase = """
        UPDATE booking
        SET
            reference_kind = NULL,
            reference = NULL,
            excluded_mediators = '{}',
            excluded_associations = '{}',
            version = version + 1
        WHERE booking_id = ANY (@bookings)
        """;

    public const string Followed = """
        INSERT INTO followed_erasures (
            office,
            since)
        VALUES (
            @office,
            @since)
        ON CONFLICT (office) DO UPDATE
        SET since = greatest(followed_erasures.since, excluded.since)
        """;
}
