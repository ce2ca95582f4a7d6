namespace Cnaim.Screening.Disclosures;

internal static class DisclosureSql
{
    /// <summary>
    /// The whole decision in one statement: the consent is looked up and held against a withdrawal, the permit is written, and either outcome is
    /// audited. A person who does not exist, one of another office and one without consent take the same plan and yield no row.
    /// </summary>
    public const string Decide = """
        WITH granted AS (
            SELECT
                c.consent_id,
                c.person_id,
                c.categories,
                c.valid_to
            FROM person_ref AS s
            JOIN consent AS c ON c.person_id = s.person_id
            WHERE s.office = @senderOffice
              AND s.ref = @personRef
              AND c.status = 'active'
              AND c.valid_from <= @now
              AND c.valid_to > @now
              AND @receiverOffice = ANY (c.recipients)
              AND @purpose = ANY (c.purposes)
              AND c.categories && @categories
            ORDER BY
                c.categories @> @categories DESC,
                cardinality(c.categories) DESC,
                c.valid_to DESC,
                c.consent_id
            LIMIT 1
            FOR SHARE OF c),
        permit AS (
            INSERT INTO disclosure AS d (
                disclosure_id, person_id, consent_id, sender_office, sender_centre, receiver_office, receiver_centre, receiver_ref,
                purpose, categories, referral_id, request, issues, permitted_at, expires_at)
            SELECT
                @disclosureId,
                g.person_id,
                g.consent_id,
                @senderOffice,
                @senderCentre,
                @receiverOffice,
                @receiverCentre,
                r.ref,
                @purpose,
                ARRAY(SELECT category FROM unnest(@categories) AS category WHERE category = ANY (g.categories)),
                @referralId,
                @request,
                @issues,
                @now,
                LEAST(g.valid_to, @expiresAt)
            FROM granted AS g
            JOIN LATERAL (
                SELECT ref
                FROM person_ref
                WHERE person_id = g.person_id
                  AND office = @receiverOffice
                ORDER BY key_version DESC
                LIMIT 1) AS r ON true
            ON CONFLICT (sender_office, referral_id, receiver_office, receiver_centre) WHERE referral_id IS NOT NULL AND withdrawn_at IS NULL
            DO UPDATE SET
                consent_id = EXCLUDED.consent_id,
                purpose = EXCLUDED.purpose,
                categories = EXCLUDED.categories,
                request = EXCLUDED.request,
                issues = EXCLUDED.issues,
                expires_at = EXCLUDED.expires_at
            WHERE d.person_id = EXCLUDED.person_id
            RETURNING
                d.disclosure_id,
                d.person_id,
                d.receiver_ref,
                d.categories,
                d.expires_at),
        audited AS (
            INSERT INTO audit_entry (subject, office, centre, role, action, record_kind, record_id, purpose, detail)
            SELECT
                @subject,
                @senderOffice,
                @senderCentre,
                @role,
                CASE WHEN p.disclosure_id IS NULL THEN 'disclosure.denied' ELSE 'disclosure.permitted' END,
                'disclosure',
                COALESCE(p.disclosure_id, @disclosureId)::text,
                @purpose,
                jsonb_build_object('receiver', @receiverOffice, 'receiverCentre', @receiverCentre, 'request', @request, 'referral', @referralId, 'person', @auditedRef)
            FROM (SELECT 1) AS always
            LEFT JOIN permit AS p ON true)
        SELECT
            p.disclosure_id,
            p.receiver_ref,
            p.categories,
            p.expires_at,
            (SELECT language FROM interview WHERE person_id = p.person_id ORDER BY updated_at DESC LIMIT 1) AS language
        FROM permit AS p
        """;

    /// <summary>A permit on a law; the referral's permit is renewed, and one of another person is never taken over.</summary>
    public const string PermitByLaw = """
        INSERT INTO disclosure AS d (
            disclosure_id, person_id, consent_id, sender_office, sender_centre, receiver_office, receiver_centre, receiver_ref,
            purpose, categories, referral_id, request, issues, permitted_at, expires_at)
        VALUES (
            @disclosureId, @personId, @consentId, @senderOffice, @senderCentre, @receiverOffice, @receiverCentre,
            (SELECT ref FROM person_ref WHERE person_id = @personId AND office = @receiverOffice ORDER BY key_version DESC LIMIT 1),
            @purpose, @permitted, @referralId, @request, @permittedIssues, @now, @expiresAt)
        ON CONFLICT (sender_office, referral_id, receiver_office, receiver_centre) WHERE referral_id IS NOT NULL AND withdrawn_at IS NULL
        DO UPDATE SET
            consent_id = EXCLUDED.consent_id,
            categories = EXCLUDED.categories,
            issues = EXCLUDED.issues,
            expires_at = EXCLUDED.expires_at
        WHERE d.person_id = EXCLUDED.person_id
        RETURNING
            d.disclosure_id,
            d.receiver_ref,
            d.categories,
            d.expires_at,
            (SELECT language FROM interview WHERE person_id = d.person_id ORDER BY updated_at DESC LIMIT 1) AS language
        """;

    /// <summary>The permitted record with the latest interview, the mark of the fetch and its audit entry, in one statement.</summary>
    public const string Fetch = """
        WITH held AS (
            SELECT
                d.disclosure_id,
                d.person_id,
                d.receiver_ref,
                d.categories,
                c.statutory_ground,
                c.legal_basis
            FROM disclosure AS d
            JOIN consent AS c ON c.consent_id = d.consent_id
            WHERE d.disclosure_id = @disclosureId
              AND d.receiver_office = @office
              AND (d.receiver_centre = @centre OR @centre = '')
              AND d.purpose = @purpose
              AND d.withdrawn_at IS NULL
              AND d.expires_at > @now
              AND c.status = 'active'
              AND c.valid_to > @now
            FOR SHARE OF c),
        marked AS (
            UPDATE disclosure AS d
            SET fetched_at = @now
            FROM held AS h
            WHERE d.disclosure_id = h.disclosure_id),
        audited AS (
            INSERT INTO audit_entry (subject, office, centre, role, action, record_kind, record_id, purpose, detail)
            SELECT
                @subject,
                @office,
                @centre,
                @role,
                CASE WHEN h.disclosure_id IS NULL THEN 'disclosure.fetch-denied' ELSE 'disclosure.fetched' END,
                'disclosure',
                @disclosureId::text,
                @purpose,
                CASE WHEN h.statutory_ground IS NOT NULL THEN jsonb_build_object('statutoryGround', h.statutory_ground) END
            FROM (SELECT 1) AS always
            LEFT JOIN held AS h ON true)
        SELECT
            h.receiver_ref,
            h.categories,
            h.legal_basis,
            p.given_names,
            p.family_names,
            p.name_in_script,
            p.known_as,
            p.birth,
            p.nationalities,
            p.languages,
            i.interview_id,
            i.answers
        FROM held AS h
        JOIN person AS p ON p.person_id = h.person_id
        LEFT JOIN LATERAL (
            SELECT
                interview_id,
                answers
            FROM interview
            WHERE person_id = h.person_id
            ORDER BY updated_at DESC
            LIMIT 1) AS i ON true
        """;

    /// <summary>Receivers that were told of a withdrawal and have not confirmed in time, oldest permit first.</summary>
    public const string Unconfirmed = """
        SELECT
            disclosure_id,
            referral_id,
            receiver_office,
            receiver_centre,
            categories,
            withdrawn_at
        FROM disclosure
        WHERE withdrawn_at IS NOT NULL
          AND purge_confirmed_at IS NULL
          AND withdrawn_at <= @before
          AND (@after::uuid IS NULL OR disclosure_id > @after)
        ORDER BY disclosure_id
        LIMIT @limit
        """;

    public const string Confirm = """
        UPDATE disclosure
        SET purge_result = @result,
            purge_legal_basis = @legalBasis,
            purge_confirmed_at = COALESCE(purge_confirmed_at, @confirmedAt)
        WHERE disclosure_id = @disclosureId
          AND receiver_office = @office
          AND withdrawn_at IS NOT NULL
        """;
}
