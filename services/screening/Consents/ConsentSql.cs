namespace Cnaim.Screening.Consents;

internal static class ConsentSql
{
    public const string Insert = """
        INSERT INTO consent (
            consent_id, person_id, recipients, purposes, categories, decision, given_by, guardian_relation, statutory_ground, legal_basis, valid_from, valid_to,
            language, interpreter, evidence, text_version, status, office, centre, granted_at)
        VALUES (
            @consentId, @personId, @recipients, @purposes, @categories, @decision, @givenBy, @guardianRelation, @statutoryGround, @legalBasis, @validFrom, @validTo,
            @language, @interpreter, @evidence, @textVersion, @status, @office, @centre, @now)
        ON CONFLICT (consent_id) DO UPDATE SET valid_to = EXCLUDED.valid_to
        WHERE consent.given_by = 'law'
          AND consent.person_id = EXCLUDED.person_id
        """;

    /// <summary>A recipient needs its own reference before a permit can name it.</summary>
    public const string AddRefs = """
        INSERT INTO person_ref (office, ref, key_version, person_id)
        SELECT office, ref, key_version, @personId
        FROM unnest(@offices, @refs, @keyVersions) AS r (office, ref, key_version)
        WHERE NOT EXISTS (
            SELECT 1
            FROM person_ref AS known
            WHERE known.office = r.office
              AND known.person_id = @personId)
        ON CONFLICT DO NOTHING
        """;

    private const string Columns = """
            c.consent_id,
            c.recipients,
            c.purposes,
            c.categories,
            c.decision,
            c.given_by,
            c.guardian_relation,
            c.statutory_ground,
            c.legal_basis,
            c.valid_from,
            c.valid_to,
            c.language,
            c.interpreter,
            c.evidence,
            c.text_version,
            CASE WHEN c.status = 'active' AND c.valid_to <= @now THEN 'inactive' ELSE c.status END AS status,
            c.withdrawn_at
        """;

    /// <summary>The office that recorded it sees it whole; a recipient sees itself only, and of a no nothing.</summary>
    private const string Visible = "(c.office = @office OR (c.decision = 'permit' AND @office = ANY (c.recipients)))";

    public const string OfPerson = $"""
        SELECT
        {Columns},
            @ref AS person_ref,
            c.office = @office AS is_own
        FROM consent AS c
        WHERE c.person_id = @personId
          AND {Visible}
        ORDER BY c.granted_at DESC
        LIMIT 200
        """;

    public const string Find = $"""
        SELECT
        {Columns},
            r.ref AS person_ref,
            c.office = @office AS is_own
        FROM consent AS c
        JOIN LATERAL (
            SELECT ref
            FROM person_ref
            WHERE person_id = c.person_id
              AND office = @office
            ORDER BY key_version DESC
            LIMIT 1) AS r ON true
        JOIN person AS p ON p.person_id = c.person_id
        WHERE {People.PeopleSql.SeenBy}
          AND c.consent_id = @consentId
          AND {Visible}
        """;

    /// <summary>What went out under a consent: all of it for the office that recorded it, for others what they sent or received.</summary>
    public const string Disclosures = """
        SELECT
            d.receiver_office AS office,
            d.categories,
            d.permitted_at,
            d.fetched_at,
            d.withdrawn_at,
            d.purge_result AS result,
            d.purge_legal_basis AS legal_basis,
            d.purge_confirmed_at AS confirmed_at
        FROM consent AS c
        JOIN disclosure AS d ON d.person_id = c.person_id AND d.consent_id = c.consent_id
        WHERE c.consent_id = @consentId
          AND (c.office = @office OR d.sender_office = @office OR d.receiver_office = @office)
        ORDER BY d.permitted_at DESC
        LIMIT 200
        """;

    /// <summary>Waits for permits that are being decided on this consent, and stops those that come later.</summary>
    public const string Withdraw = """
        UPDATE consent AS c
        SET status = 'inactive',
            withdrawn_at = @now
        WHERE c.consent_id = @consentId
          AND c.status IN ('draft', 'active')
          AND (c.office = @office OR @office = ANY (c.recipients))
        """;

    /// <summary>Like a withdrawal, for those who leave. Who stays is decided here: another withdrawal may have come first, and with nobody left the consent ends.</summary>
    public const string WithdrawFrom = """
        UPDATE consent AS c
        SET recipients = CASE WHEN c.recipients <@ @leaving THEN c.recipients
                ELSE ARRAY(SELECT office FROM unnest(c.recipients) WITH ORDINALITY AS r (office, place) WHERE office <> ALL (@leaving) ORDER BY place) END,
            status = CASE WHEN c.recipients <@ @leaving THEN 'inactive' ELSE c.status END,
            withdrawn_at = CASE WHEN c.recipients <@ @leaving THEN @now END
        WHERE c.consent_id = @consentId
          AND c.status IN ('draft', 'active')
          AND c.recipients && @leaving
          AND (c.office = @office OR @office = ANY (c.recipients))
        """;

    public const string EnterInError = """
        UPDATE consent AS c
        SET status = 'entered-in-error',
            withdrawn_at = COALESCE(c.withdrawn_at, @now)
        WHERE c.consent_id = @consentId
          AND c.status <> 'entered-in-error'
          AND c.office = @office
        """;

    public const string Activate = """
        UPDATE consent AS c
        SET status = 'active',
            valid_from = GREATEST(c.valid_from, @now)
        WHERE c.consent_id = @consentId
          AND c.status = 'draft'
          AND c.valid_to > @now
          AND c.office = @office
        """;

    /// <summary>A guardian's word ends with the minority that is known now.</summary>
    public const string EndGuardians = """
        UPDATE consent
        SET valid_to = LEAST(valid_to, @majority)
        WHERE person_id = @personId
          AND given_by = 'guardian'
          AND status IN ('draft', 'active')
          AND valid_to > @majority
        """;

    public const string WithdrawDisclosures = """
        UPDATE disclosure
        SET withdrawn_at = @now
        WHERE consent_id = @consentId
          AND withdrawn_at IS NULL
          AND (@leaving::text[] IS NULL OR receiver_office = ANY (@leaving))
        RETURNING
            disclosure_id,
            receiver_office,
            referral_id,
            categories
        """;
}
