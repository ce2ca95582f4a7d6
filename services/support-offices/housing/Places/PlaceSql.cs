namespace Cnaim.Housing.Places;

internal static class PlaceSql
{
    public const string Insert = """
        INSERT INTO housing_place (
            place_id,
            centre,
            name,
            capacity)
        VALUES (
            @placeId,
            @centre,
            @name,
            @capacity)
        """;

    public const string List = """
        SELECT
            p.place_id,
            p.name,
            p.capacity,
            (SELECT count(1) FROM housing_stay AS s WHERE s.place_id = p.place_id AND s.state IN ('offered', 'booked')) AS taken,
            (SELECT count(1) FROM housing_waiting AS w WHERE w.place_id = p.place_id) AS waiting
        FROM housing_place AS p
        WHERE p.centre = @centre
        ORDER BY p.name, p.place_id
        LIMIT 200
        """;

    public const string Lock = """
        SELECT
            capacity,
            centre
        FROM housing_place
        WHERE place_id = @placeId
          AND (@centre::text IS NULL OR centre = @centre)
        FOR UPDATE
        """;

    public const string TakenBeds = """
        SELECT bed
        FROM housing_stay
        WHERE place_id = @placeId
          AND state IN ('offered', 'booked')
        """;

    public const string IsThere = """
        SELECT EXISTS (
            SELECT 1
            FROM housing_stay
            WHERE place_id = @placeId
              AND case_id = @caseId
              AND state IN ('offered', 'booked'))
            OR EXISTS (
            SELECT 1
            FROM housing_waiting
            WHERE place_id = @placeId
              AND case_id = @caseId)
        """;

    public const string CaseIsOpen = """
        SELECT is_open
        FROM case_summary
        WHERE case_id = @caseId
          AND centre = @centre
        """;

    public const string InsertStay = """
        INSERT INTO housing_stay (
            stay_id,
            place_id,
            case_id,
            bed,
            state,
            since,
            offer_expires_at)
        VALUES (
            @StayId,
            @PlaceId,
            @CaseId,
            @Bed,
            @State,
            @Since,
            @OfferExpiresAt)
        """;

    public const string SaveStay = """
        UPDATE housing_stay
        SET
            state = @State,
            offer_expires_at = @OfferExpiresAt
        WHERE stay_id = @StayId
        """;

    public const string PlaceOfStay = """
        SELECT s.place_id
        FROM housing_stay AS s
        JOIN housing_place AS p ON p.place_id = s.place_id
        WHERE s.stay_id = @stayId
          AND p.centre = @centre
        """;

    public const string LoadStay = """
        SELECT
            stay_id,
            place_id,
            case_id,
            bed,
            state,
            since,
            offer_expires_at
        FROM housing_stay
        WHERE stay_id = @stayId
        """;

    public const string Expired = """
        SELECT
            stay_id,
            place_id,
            case_id,
            bed,
            state,
            since,
            offer_expires_at
        FROM housing_stay
        WHERE state = 'offered'
          AND offer_expires_at <= @now
        ORDER BY offer_expires_at
        LIMIT 1
        """;

    public const string InsertWaiting = """
        INSERT INTO housing_waiting (
            place_id,
            case_id,
            since)
        VALUES (
            @placeId,
            @caseId,
            @now)
        """;

    public const string WaitingCount = """
        SELECT count(1)::int
        FROM housing_waiting
        WHERE place_id = @placeId
        """;

    public const string TakeNext = """
        DELETE FROM housing_waiting
        WHERE waiting_no = (
            SELECT w.waiting_no
            FROM housing_waiting AS w
            JOIN case_summary AS c ON c.case_id = w.case_id
            WHERE w.place_id = @placeId
              AND c.is_open
            ORDER BY w.waiting_no
            LIMIT 1)
        RETURNING case_id
        """;

    public const string EraseWaiting = """
        DELETE FROM housing_waiting
        WHERE case_id = ANY (@cases)
        """;

    public const string EraseStays = """
        DELETE FROM housing_stay
        WHERE case_id = ANY (@cases)
          AND state NOT IN ('offered', 'booked')
        """;
}
