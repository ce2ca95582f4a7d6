namespace Cnaim.Reception.Tickets;

internal static class TicketSql
{
    private const string Select = """
        SELECT
            ticket_id,
            centre,
            day,
            letter,
            number,
            queue,
            language,
            priority,
            appointment_at,
            state,
            issued_at,
            entered_at,
            not_before,
            expires_at,
            promised_low,
            promised_high,
            first_called_at,
            wait_error_seconds,
            called_at,
            calls,
            desk,
            target_desk,
            started_at,
            ended_at,
            end_reason,
            copies,
            transfers,
            more_time_used,
            version
        FROM ticket
        """;

    private const string CallOrder = """
        ORDER BY
            CASE WHEN priority IS NOT NULL THEN 0 WHEN appointment_at IS NOT NULL OR entered_at <= @patience THEN 1 ELSE 2 END,
            entered_at,
            letter,
            number
        """;

    public const string Find = Select + "\n" + """
        WHERE centre = @centre
          AND ticket_id = @ticketId
        """;

    public const string ByNumber = Select + "\n" + """
        WHERE centre = @centre
          AND letter = @letter
          AND number = @number
          AND issued_at > CAST(@now AS timestamptz) - interval '20 hours'
        ORDER BY day DESC
        LIMIT 1
        """;

    public const string Lock = Find + "\n" + "FOR UPDATE";

    public const string LockByToken = Select + "\n" + """
        WHERE token_hash = @hash
        FOR UPDATE
        """;

    public const string ByToken = Select + "\n" + """
        WHERE token_hash = @hash
          AND state <> 'done'
          AND expires_at > @now
        """;

    /// <summary>The next ticket for a desk: legal priority, then appointments and who has waited longer than the patience, then by arrival (ADR 0060).</summary>
    public const string LockNext = Select + "\n" + """
        WHERE centre = @centre
          AND state IN ('waiting', 'transferred')
          AND (target_desk = @desk OR (target_desk IS NULL AND queue = ANY (@queues)))
          AND (not_before IS NULL OR not_before <= @now)
        """ + "\n" + CallOrder + "\n" + """
        LIMIT 1
        FOR UPDATE SKIP LOCKED
        """;

    public const string Waiting = Select + "\n" + """
        WHERE centre = @centre
          AND state IN ('waiting', 'transferred')
          AND (target_desk = @desk OR (target_desk IS NULL AND queue = ANY (@queues)))
        """ + "\n" + CallOrder + "\n" + "LIMIT 200";

    public const string LockWaiting = Select + "\n" + """
        WHERE centre = @centre
          AND queue = @queue
          AND state IN ('waiting', 'transferred')
        ORDER BY ticket_id
        FOR UPDATE
        """;

    public const string LockCurrent = Select + "\n" + """
        WHERE centre = @centre
          AND desk = @desk
          AND state IN ('called', 'serving')
        FOR UPDATE
        """;

    public const string OfDesk = Select + "\n" + """
        WHERE centre = @centre
          AND desk = @desk
          AND state IN ('called', 'serving', 'parked')
        ORDER BY state = 'parked', called_at
        """;

    public const string LockTargeted = Select + "\n" + """
        WHERE centre = @centre
          AND target_desk = @desk
          AND state IN ('waiting', 'transferred')
        FOR UPDATE
        """;

    public const string CountAhead = """
        SELECT count(o.ticket_id)::integer
        FROM ticket AS t
        JOIN ticket AS o ON o.centre = t.centre
            AND o.queue = t.queue
            AND o.state IN ('waiting', 'transferred')
            AND (
                CASE WHEN o.priority IS NOT NULL THEN 0 WHEN o.appointment_at IS NOT NULL OR o.entered_at <= @patience THEN 1 ELSE 2 END, o.entered_at, o.letter, o.number)
              < (CASE WHEN t.priority IS NOT NULL THEN 0 WHEN t.appointment_at IS NOT NULL OR t.entered_at <= @patience THEN 1 ELSE 2 END, t.entered_at, t.letter, t.number)
        WHERE t.ticket_id = @ticketId
        """;

    public const string CountCalledSince = """
        SELECT count(ticket_id)::integer
        FROM ticket
        WHERE centre = @Centre
          AND queue = @Queue
          AND called_at > @CalledAt
          AND ticket_id <> @TicketId
        """;

    public const string CountWaiting = """
        SELECT count(ticket_id)::integer
        FROM ticket
        WHERE centre = @centre
          AND queue = @queue
          AND state IN ('waiting', 'transferred')
        """;

    /// <summary>The next number. The row stays locked to the end of the transaction, and a refusal gives the number back.</summary>
    public const string NextNumber = """
        INSERT INTO ticket_counter (centre, letter, day, last_number)
        VALUES (@centre, @letter, @day, 1)
        ON CONFLICT (centre, letter, day) DO UPDATE
        SET last_number = ticket_counter.last_number + 1
        RETURNING last_number
        """;

    public const string Insert = """
        WITH issued AS (
            INSERT INTO ticket (
                ticket_id, centre, day, letter, number, queue, language, priority, state, token_hash, issued_at, entered_at, expires_at, promised_low, promised_high)
            VALUES (
                @TicketId, @Centre, @Day, @Letter, @Number, @Queue, @Language, @Priority, @State, @hash, @IssuedAt, @EnteredAt, @ExpiresAt, @PromisedLow, @PromisedHigh)
            RETURNING ticket_id, centre, issued_at)
        INSERT INTO visit (visit_id, ticket_id, centre, state, arrived_at)
        SELECT @visitId, ticket_id, centre, 'arrived', issued_at
        FROM issued
        """;

    public const string Save = """
        WITH saved AS (
            UPDATE ticket
            SET
                queue = @Queue,
                priority = @Priority,
                state = @State,
                not_before = @NotBefore,
                first_called_at = @FirstCalledAt,
                wait_error_seconds = @WaitErrorSeconds,
                called_at = @CalledAt,
                calls = @Calls,
                desk = @Desk,
                target_desk = @TargetDesk,
                started_at = @StartedAt,
                ended_at = @EndedAt,
                end_reason = @EndReason,
                copies = @Copies,
                transfers = @Transfers,
                more_time_used = @MoreTimeUsed,
                version = @Version
            WHERE ticket_id = @TicketId
            RETURNING ticket_id)
        UPDATE visit
        SET
            state = @visitState,
            reason = @visitReason,
            left_at = CASE WHEN @visitState LIKE 'left%' THEN @now END
        WHERE ticket_id = (SELECT ticket_id FROM saved)
        """;

    public const string Log = """
        INSERT INTO ticket_action (action_id, ticket_id, centre, desk, command, at, version_after, before)
        VALUES (@actionId, @TicketId, @Centre, @desk, @command, @now, @Version, CAST(@before AS jsonb))
        """;

    public const string Reprint = """
        UPDATE ticket
        SET token_hash = @hash
        WHERE ticket_id = @ticketId
        """;

    public const string Tell = "SELECT pg_notify('reception', @centre)";

    public const string Link = """
        UPDATE visit
        SET person_ref = @personId
        WHERE ticket_id = @ticketId
          AND centre = @centre
        """;

    public const string PersonOf = """
        SELECT person_ref
        FROM visit
        WHERE ticket_id = @ticketId
          AND centre = @centre
        """;
}
