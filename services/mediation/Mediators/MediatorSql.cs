namespace Cnaim.Mediation.Mediators;

internal static class MediatorSql
{
    private const string Select = """
        SELECT
            m.mediator_id,
            m.mediator_no,
            m.subject,
            m.display_name,
            m.centre,
            m.association_id,
            a.name AS association_name,
            m.gender,
            m.remote,
            m.active,
            m.languages::text AS languages,
            m.training::text AS training,
            m.rota::text AS rota,
            m.version,
            m.demo
        FROM mediator AS m
        LEFT JOIN association AS a ON a.association_id = m.association_id
        """;

    public const string OfCentre = $"""
        {Select}
        WHERE m.centre = @centre
          AND (@after::uuid IS NULL OR m.mediator_id > @after)
        ORDER BY m.mediator_id
        LIMIT @limit
        """;

    public const string Find = $"""
        {Select}
        WHERE m.mediator_id = @id
          AND (@centre::text IS NULL OR m.centre = @centre)
        """;

    public const string Lock = $"""
        {Select}
        WHERE m.mediator_id = @id
          AND m.centre = @centre
        FOR UPDATE OF m
        """;

    public const string OfSubject = $"""
        {Select}
        WHERE m.subject = @subject
          AND m.active
        """;

    /// <summary>Whoever speaks one of the languages: the index answers it.</summary>
    public const string Speaking = $"""
        {Select}
        WHERE m.active
          AND m.languages @> ANY (@languages::jsonb[])
        ORDER BY m.mediator_no
        """;

    public const string Insert = """
        INSERT INTO mediator (
            mediator_id,
            subject,
            display_name,
            centre,
            association_id,
            gender,
            remote,
            active,
            languages,
            training,
            rota,
            demo)
        VALUES (
            @MediatorId,
            @Subject,
            @DisplayName,
            @Centre,
            @AssociationId,
            @Gender,
            @Remote,
            @Active,
            @Languages::jsonb,
            @Training::jsonb,
            @Rota::jsonb,
            @Demo)
        ON CONFLICT (mediator_id) DO NOTHING
        """;

    public const string Save = """
        UPDATE mediator
        SET
            subject = @Subject,
            display_name = @DisplayName,
            association_id = @AssociationId,
            gender = @Gender,
            remote = @Remote,
            active = @Active,
            languages = @Languages::jsonb,
            training = @Training::jsonb,
            rota = @Rota::jsonb,
            version = @Version
        WHERE mediator_id = @MediatorId
        """;

    public const string Associations = """
        SELECT
            association_id AS id,
            name
        FROM association
        ORDER BY name
        LIMIT 1000
        """;

    public const string AssociationExists = "SELECT EXISTS (SELECT 1 FROM association WHERE association_id = @id)";

    public const string InsertAssociation = """
        INSERT INTO association (
            association_id,
            name,
            centre,
            demo)
        VALUES (
            @id,
            @name,
            @centre,
            @demo)
        ON CONFLICT DO NOTHING
        """;

    /// <summary>A database that was a sandbox's has invented mediators; in production nobody books them.</summary>
    public const string EndDemo = """
        UPDATE mediator
        SET
            active = false,
            version = version + 1
        WHERE demo
          AND active
        """;
}
