namespace Cnaim.Screening.Interviews;

internal static class InterviewSql
{
    public const string Insert = """
        INSERT INTO interview (interview_id, person_id, office, centre, language, channel, date, held_by, answers, started_at, updated_at)
        VALUES (@interviewId, @personId, @office, @centre, @language, @channel, @date, @heldBy, @answers, @now, @now)
        """;

    private const string Columns = """
            i.interview_id,
            i.person_id,
            r.ref AS person_ref,
            i.language,
            i.channel,
            i.date,
            i.held_by,
            i.answers,
            i.version,
            i.updated_at
        """;

    private const string From = $"""
        FROM interview AS i
        JOIN LATERAL (
            SELECT ref
            FROM person_ref
            WHERE person_id = i.person_id
              AND office = @office
            ORDER BY key_version DESC
            LIMIT 1) AS r ON true
        JOIN person AS p ON p.person_id = i.person_id
        WHERE {People.PeopleSql.SeenBy}
          AND i.office = @office
          AND (i.centre = @centre OR @centre = '')
        """;

    public const string Find = $"""
        SELECT
        {Columns}
        {From}
          AND i.interview_id = @interviewId
        """;

    public const string FindForUpdate = Find + "\nFOR UPDATE OF i";

    public const string OfPerson = $"""
        SELECT
        {Columns}
        {From}
          AND i.person_id = @personId
        ORDER BY i.updated_at DESC
        LIMIT 50
        """;

    public const string SaveAnswers = """
        UPDATE interview
        SET answers = @answers,
            version = version + 1,
            updated_at = @now
        WHERE interview_id = @interviewId
        """;

    public const string HandOver = """
        UPDATE interview
        SET held_by = @heldBy,
            version = version + 1,
            updated_at = @now
        WHERE interview_id = @interviewId
        """;

    /// <summary>What is not under the present key, in the order of its place.</summary>
    public const string StaleAnswers = """
        SELECT
            ctid::text AS place,
            interview_id::text AS key,
            answers AS stored
        FROM interview
        WHERE ctid > @after::tid
          AND substr(answers, 1, octet_length(@header)) <> @header
        ORDER BY ctid
        LIMIT 200
        """;

    public const string ReplaceAnswers = """
        UPDATE interview
        SET answers = @fresh
        WHERE ctid = @place::tid
          AND answers = @stored
        """;
}
