namespace Cnaim.OfficeKit.Appointments;

/// <summary>The statements of <c>appointment_wish</c>.</summary>
internal static class WishSql
{
    private const string Columns = """
        w.wish_id,
            w.centre,
            w.asked_centre,
            w.person_ref,
            w.case_id,
            w.referral_id,
            w.channel,
            w.language,
            w.interpreter,
            w.asked_at
        """;

    /// <summary>Named staff, as for the case it belongs to; without a case by itself.</summary>
    private const string IsSeen = """
        (@subject::text IS NULL
          OR EXISTS (SELECT 1 FROM record_staff AS n WHERE n.record_id IN (w.case_id, w.wish_id) AND n.subject = @subject)
          OR (@seesUnnamed AND NOT EXISTS (SELECT 1 FROM record_staff AS n WHERE n.record_id IN (w.case_id, w.wish_id))))
        """;

    public const string List = $"""
        SELECT
            {Columns}
        FROM appointment_wish AS w
        WHERE @centre IN (w.centre, w.asked_centre)
          AND {IsSeen}
        ORDER BY w.asked_at, w.wish_id
        LIMIT @limit
        """;

    public const string Lock = $"""
        SELECT
            {Columns}
        FROM appointment_wish AS w
        WHERE w.wish_id = @wishId
          AND @centre IN (w.centre, w.asked_centre)
          AND {IsSeen}
        FOR UPDATE OF w
        """;

    /// <summary>The place of each who waits at a centre, whoever sees them.</summary>
    public const string Places = """
        SELECT
            wish_id,
            row_number() OVER (PARTITION BY centre ORDER BY asked_at, wish_id)::int AS place
        FROM appointment_wish
        WHERE centre = ANY (@centres)
        """;

    public const string Insert = """
        INSERT INTO appointment_wish (wish_id, centre, asked_centre, person_ref, case_id, referral_id, channel, language, interpreter, asked_at)
        VALUES (@WishId, @Centre, @AskedCentre, @PersonRef, @CaseId, @ReferralId, @Channel, @Language, @Interpreter, @AskedAt)
        ON CONFLICT (centre, person_ref) DO NOTHING
        """;

    public const string Delete = "DELETE FROM appointment_wish WHERE wish_id = @wishId";

    /// <summary>Consent ended: nobody waits for the referral any more.</summary>
    public const string PurgeForReferral = """
        DELETE FROM appointment_wish
        WHERE referral_id = @referralId OR case_id IN (SELECT case_id FROM case_file WHERE referral_id = @referralId)
        """;

    public const string Erase = """
        DELETE FROM appointment_wish
        WHERE person_ref = ANY (@references) OR case_id = ANY (@cases)
        """;

    /// <summary>Whoever has waited so long waits no more.</summary>
    public const string ForgetOld = "DELETE FROM appointment_wish WHERE asked_at < @endedBefore";
}
