using Cnaim.OfficeKit.Referrals;

namespace Cnaim.OfficeKit.Erasure;

internal static class ErasureSql
{
    public const string Cases = """
        SELECT
            case_id,
            keep_basis
        FROM case_file
        WHERE person_ref = ANY (@references)
        FOR UPDATE
        """;

    public const string Received = ReceivedReferralSql.Select + "\n" + """
        WHERE person_ref = ANY (@references)
        FOR UPDATE
        """;

    public const string Sent = SentReferralSql.Select + "\n" + """
        WHERE person_ref = ANY (@references)
        FOR UPDATE
        """;

    public const string EraseCases = """
        UPDATE case_file
        SET
            person_ref = NULL,
            version = version + 1
        WHERE case_id = ANY (@cases)
        """;

    public const string EraseReceived = """
        UPDATE referral_received
        SET
            person_ref = NULL,
            issues = '{}',
            categories = '{}',
            language = NULL
        WHERE referral_id = ANY (@received)
        """;

    public const string EraseSent = """
        UPDATE referral_sent
        SET
            person_ref = '',
            issues = '{}',
            categories = '{}',
            language = NULL,
            statutory_ground = NULL
        WHERE referral_id = ANY (@sent)
        """;

    public const string EraseNotes = """
        UPDATE referral_timeline
        SET note = NULL
        WHERE note IS NOT NULL
          AND ((side = 'receiver' AND referral_id = ANY (@received)) OR (side = 'sender' AND referral_id = ANY (@sent)))
        """;

    /// <summary>The person as this office knows them, found by what is kept of an erasure elsewhere.</summary>
    public const string FindErased = """
        SELECT reference
        FROM (
            SELECT person_ref AS reference FROM case_file
            UNION
            SELECT person_ref FROM appointment
            UNION
            SELECT person_ref FROM referral_received
            UNION
            SELECT person_ref FROM referral_sent
            UNION
            SELECT record_id FROM audit_entry WHERE record_kind = 'person') AS held
        WHERE messaging.erased_digest(reference) = ANY (@digests)
        """;

    public const string Savepoint = "SAVEPOINT erasure";

    public const string Undo = "ROLLBACK TO SAVEPOINT erasure; RELEASE SAVEPOINT erasure";
}
