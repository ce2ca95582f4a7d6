namespace Cnaim.Mediation.Interpreting;

internal static class InterpretingSql
{
    private const string Select = """
        SELECT
            request_id,
            office,
            centre,
            desk,
            requested_by,
            state,
            language,
            asked_at,
            starts_at,
            planned_until,
            provider,
            next_free,
            redials,
            quality,
            reason,
            started_at,
            ended_at,
            version
        FROM interpreting_request
        """;

    /// <summary>Lines are given out one after the other.</summary>
    public const string TakeTurn = "SELECT pg_advisory_xact_lock(8101, 2)";

    public const string List = $"""
        {Select}
        WHERE office = @office
          AND centre = @centre
          AND asked_at >= @from
          AND asked_at < @until
          AND (@after::uuid IS NULL OR request_id > @after)
        ORDER BY request_id
        LIMIT @limit
        """;

    public const string Find = $"""
        {Select}
        WHERE request_id = @id
          AND office = @office
          AND centre = @centre
        """;

    public const string Lock = $"""
        {Select}
        WHERE request_id = @id
          AND office = @office
          AND centre = @centre
        FOR UPDATE
        """;

    /// <summary>A call that nobody ended counts for an hour after its planned end.</summary>
    public const string Busy = """
        SELECT
            request_id,
            provider,
            language,
            starts_at,
            planned_until
        FROM interpreting_request
        WHERE (state = 'matched' AND planned_until > @from)
           OR (state = 'in-call' AND planned_until > @from - interval '1 hour')
        """;

    public const string Insert = """
        INSERT INTO interpreting_request (
            request_id,
            office,
            centre,
            desk,
            requested_by,
            state,
            language,
            asked_at,
            starts_at,
            planned_until,
            provider,
            next_free)
        VALUES (
            @RequestId,
            @Office,
            @Centre,
            @Desk,
            @RequestedBy,
            @State,
            @Language,
            @AskedAt,
            @StartsAt,
            @PlannedUntil,
            @Provider,
            @NextFree)
        """;

    public const string Save = """
        UPDATE interpreting_request
        SET
            state = @State,
            starts_at = @StartsAt,
            planned_until = @PlannedUntil,
            provider = @Provider,
            next_free = @NextFree,
            redials = @Redials,
            quality = @Quality,
            reason = @Reason,
            started_at = @StartedAt,
            ended_at = @EndedAt,
            version = @Version
        WHERE request_id = @RequestId
        """;
}
