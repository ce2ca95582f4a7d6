namespace Cnaim.Mediation.Retention;

internal static class RetentionSql
{
    public const string CountBookings = "SELECT count(1) FROM booking WHERE ends_at < @endedBefore";

    public const string EraseBookings = """
        DELETE FROM booking
        WHERE booking_id IN (
            SELECT booking_id
            FROM booking
            WHERE ends_at < @endedBefore
            ORDER BY ends_at
            LIMIT @limit
            FOR UPDATE SKIP LOCKED)
        RETURNING booking_id
        """;

    public const string CountRequests = "SELECT count(1) FROM interpreting_request WHERE asked_at < @endedBefore";

    public const string EraseRequests = """
        DELETE FROM interpreting_request
        WHERE request_id IN (
            SELECT request_id
            FROM interpreting_request
            WHERE asked_at < @endedBefore
            ORDER BY asked_at
            LIMIT @limit
            FOR UPDATE SKIP LOCKED)
        RETURNING request_id
        """;
}
