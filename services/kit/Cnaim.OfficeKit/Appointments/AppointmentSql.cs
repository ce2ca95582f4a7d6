namespace Cnaim.OfficeKit.Appointments;

/// <summary>The statements of <c>appointment</c>.</summary>
internal static class AppointmentSql
{
    /// <summary>Named staff, as for the case it belongs to; without a case by itself.</summary>
    private const string IsSeen = """
        (@subject::text IS NULL
          OR EXISTS (SELECT 1 FROM record_staff AS n WHERE n.record_id IN (a.case_id, a.appointment_id) AND n.subject = @subject)
          OR (@seesUnnamed AND NOT EXISTS (SELECT 1 FROM record_staff AS n WHERE n.record_id IN (a.case_id, a.appointment_id))))
        """;

    private const string Holds = "state IN ('proposed', 'booked', 'confirmed', 'attended')";

    private const string Select = """
        SELECT
            a.appointment_id,
            a.centre,
            a.booked_centre,
            a.local_day,
            a.code,
            a.person_ref,
            a.case_id,
            a.referral_id,
            a.calendar_id,
            a.holder,
            c.counter,
            a.starts_at,
            a.ends_at,
            a.state,
            a.reason,
            a.channel,
            a.language,
            a.interpreter,
            a.interpreter_booking_id,
            a.moved_from,
            a.moved_to,
            a.checked_in_at,
            a.booked_by,
            a.booked_at,
            a.version
        FROM appointment AS a
        JOIN appointment_calendar AS c ON c.calendar_id = a.calendar_id
        """;

    public const string Find = Select + "\n" + $"""
        WHERE a.appointment_id = @appointmentId
          AND (@centre::text IS NULL OR @centre IN (a.centre, a.booked_centre))
          AND {IsSeen}
        """;

    public const string Lock = Find + "\nFOR UPDATE OF a";

    public const string List = Select + "\n" + $"""
        WHERE @centre IN (a.centre, a.booked_centre)
          AND {IsSeen}
          AND (@personRef::text IS NULL OR a.person_ref = @personRef)
          AND (@from::date IS NULL OR a.local_day >= @from)
          AND (@until::date IS NULL OR a.local_day < @until)
        ORDER BY a.starts_at, a.appointment_id
        LIMIT @limit
        """;

    public const string LockByCode = Select + "\n" + """
        WHERE a.centre = @centre
          AND a.local_day = @day
          AND a.code = @code
        FOR UPDATE OF a
        """;

    public const string Busy = $"""
        SELECT
            holder,
            starts_at,
            ends_at
        FROM appointment
        WHERE holder = ANY (@holders)
          AND ends_at > @from
          AND starts_at < @until
          AND {Holds}
        """;

    public const string NoShows = """
        SELECT count(*)::int
        FROM appointment
        WHERE person_ref = @personRef
          AND state = 'no-show'
          AND starts_at > @since
        """;

    public const string IsExpected = """
        SELECT EXISTS (
            SELECT 1
            FROM appointment
            WHERE referral_id = @referralId
              AND state IN ('proposed', 'booked', 'confirmed'))
        """;

    /// <summary>One at a time books at a centre, so that two who want the same time neither wait for each other nor both look at the same list.</summary>
    public const string TakeTurn = "SELECT pg_advisory_xact_lock(7740240, hashtext(@centre))";

    public const string Savepoint = "SAVEPOINT booking";

    public const string Undo = "ROLLBACK TO SAVEPOINT booking";

    public const string Insert = """
        INSERT INTO appointment (
            appointment_id,
            centre,
            booked_centre,
            local_day,
            code,
            person_ref,
            case_id,
            referral_id,
            calendar_id,
            holder,
            starts_at,
            ends_at,
            state,
            channel,
            language,
            interpreter,
            interpreter_booking_id,
            moved_from,
            booked_by,
            booked_at)
        VALUES (
            @AppointmentId,
            @Centre,
            @BookedCentre,
            @LocalDay,
            @Code,
            @PersonRef,
            @CaseId,
            @ReferralId,
            @CalendarId,
            @Holder,
            @StartsAt,
            @EndsAt,
            @State,
            @Channel,
            @Language,
            @Interpreter,
            @InterpreterBookingId,
            @MovedFrom,
            @BookedBy,
            @BookedAt)
        """;

    public const string Save = """
        UPDATE appointment
        SET
            state = @State,
            reason = @Reason,
            moved_to = @MovedTo,
            checked_in_at = @CheckedInAt,
            version = @Version
        WHERE appointment_id = @AppointmentId
        """;

    /// <summary>Whoever is in the house, or whose time is not over, is not missing yet.</summary>
    public const string CloseDay = $"""
        UPDATE appointment AS a
        SET
            state = 'no-show',
            version = version + 1
        WHERE a.centre = @centre
          AND a.local_day <= @day
          AND a.ends_at <= @now
          AND a.checked_in_at IS NULL
          AND a.state IN ('booked', 'confirmed')
          AND {IsSeen}
        RETURNING a.appointment_id
        """;

    /// <summary>Consent ended: what was booked for the referral names nobody, and what lies ahead is free for others.</summary>
    public const string PurgeForReferral = $"""
        UPDATE appointment
        SET {Forget}
        WHERE person_ref IS NOT NULL
          AND (referral_id = @referralId OR case_id IN (SELECT case_id FROM case_file WHERE referral_id = @referralId))
        """;

    public const string Erase = $"""
        UPDATE appointment AS a
        SET {Forget}
        WHERE a.person_ref IS NOT NULL
          AND (a.case_id = ANY (@cases)
            OR (a.person_ref = ANY (@references)
              AND NOT EXISTS (SELECT 1 FROM case_file AS f WHERE f.case_id = a.case_id AND f.keep_basis IS NOT NULL)))
        """;

    public const string CountKept = """
        SELECT count(*)
        FROM appointment AS a
        JOIN case_file AS f ON f.case_id = a.case_id
        WHERE a.person_ref = ANY (@references)
          AND f.keep_basis IS NOT NULL
        """;

    public const string OfPerson = """
        SELECT appointment_id
        FROM appointment
        WHERE (person_ref = ANY (@references) OR case_id = ANY (@cases))
          AND NOT EXISTS (SELECT 1 FROM case_file AS f WHERE f.case_id = appointment.case_id AND f.keep_basis IS NOT NULL)
        FOR UPDATE
        """;

    // Those of a case go with it.
    private const string IsOver = "ends_at < @endedBefore AND person_ref IS NOT NULL AND case_id IS NULL";

    public const string CountOver = $"""
        SELECT count(*)
        FROM appointment
        WHERE {IsOver}
        """;

    public const string ForgetOver = $"""
        UPDATE appointment
        SET {Forget}
        WHERE appointment_id IN (
            SELECT appointment_id
            FROM appointment
            WHERE {IsOver}
            ORDER BY ends_at
            LIMIT @limit
            FOR UPDATE SKIP LOCKED)
        RETURNING appointment_id
        """;

    private const string Forget = """
        person_ref = NULL,
        language = NULL,
        interpreter_booking_id = NULL,
        reason = CASE WHEN state IN ('proposed', 'booked', 'confirmed') THEN 'person-left' ELSE reason END,
        state = CASE WHEN state IN ('proposed', 'booked', 'confirmed') THEN 'cancelled' ELSE state END,
        version = version + 1
        """;
}
