namespace Cnaim.Mediation.Bookings;

internal static class BookingSql
{
    private const string Select = """
        SELECT
            b.booking_id,
            b.office,
            b.centre,
            b.requested_by,
            b.state,
            b.language,
            b.mode,
            b.starts_at,
            b.ends_at,
            b.gender,
            b.minimum_level,
            b.mediator_id,
            b.mediator_no,
            m.display_name AS mediator_name,
            m.centre AS mediator_centre,
            b.excluded_mediators,
            b.excluded_associations,
            b.declined,
            b.reference_kind,
            b.reference,
            b.reason,
            b.started_at,
            b.ended_at,
            b.version
        FROM booking AS b
        LEFT JOIN mediator AS m ON m.mediator_id = b.mediator_id
        """;

    /// <summary>Whoever holds a mediator waits for the one before: with the constraint alone two that overlap could wait for each other.</summary>
    public const string TakeTurn = "SELECT pg_advisory_xact_lock(8101, 1)";

    public const string List = $"""
        {Select}
        WHERE b.office = @office
          AND b.centre = @centre
          AND b.starts_at < @until
          AND b.ends_at > @from
          AND (@after::uuid IS NULL OR b.booking_id > @after)
        ORDER BY b.booking_id
        LIMIT @limit
        """;

    public const string Find = $"""
        {Select}
        WHERE b.booking_id = @id
          AND b.office = @office
          AND b.centre = @centre
        """;

    public const string Lock = $"""
        {Select}
        WHERE b.booking_id = @id
          AND b.office = @office
          AND b.centre = @centre
        FOR UPDATE OF b
        """;

    public const string LockOwn = $"""
        {Select}
        WHERE b.booking_id = @id
          AND m.subject = @subject
        FOR UPDATE OF b
        """;

    public const string OfMediator = $"""
        {Select}
        WHERE b.mediator_id = @mediatorId
          AND b.state IN ('matched', 'confirmed', 'in-call', 'done')
          AND b.starts_at < @until
          AND b.ends_at > @from
        ORDER BY
            b.starts_at,
            b.booking_id
        LIMIT 500
        """;

    public const string Busy = """
        SELECT
            mediator_id,
            starts_at,
            ends_at
        FROM booking
        WHERE mediator_id = ANY (@mediators)
          AND state IN ('matched', 'confirmed', 'in-call')
          AND starts_at < @until
          AND ends_at > @from
        """;

    public const string Insert = """
        INSERT INTO booking (
            booking_id,
            office,
            centre,
            requested_by,
            state,
            language,
            mode,
            starts_at,
            ends_at,
            gender,
            minimum_level,
            mediator_id,
            mediator_no,
            excluded_mediators,
            excluded_associations,
            reference_kind,
            reference)
        VALUES (
            @BookingId,
            @Office,
            @Centre,
            @RequestedBy,
            @State,
            @Language,
            @Mode,
            @StartsAt,
            @EndsAt,
            @Gender,
            @MinimumLevel,
            @MediatorId,
            @MediatorNo,
            @ExcludedMediators,
            @ExcludedAssociations,
            @ReferenceKind,
            @Reference)
        """;

    public const string Save = """
        UPDATE booking
        SET
            state = @State,
            mediator_id = @MediatorId,
            mediator_no = @MediatorNo,
            excluded_mediators = @ExcludedMediators,
            excluded_associations = @ExcludedAssociations,
            declined = @Declined,
            reason = @Reason,
            started_at = @StartedAt,
            ended_at = @EndedAt,
            version = @Version
        WHERE booking_id = @BookingId
        """;
}
