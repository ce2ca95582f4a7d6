namespace Cnaim.Data.Migrations;

internal static class GrantSql
{
    /// <summary>Opens what the owner made, and nobody was given yet, to the service: rows, never structure. {service} is a quoted name, {role} the same as text.</summary>
    public const string Base = """
        DO $grants$
        DECLARE
            item record;
        BEGIN
            FOR item IN
                SELECT nspname
                FROM pg_namespace
                WHERE nspowner = current_user::regrole AND NOT has_schema_privilege({role}, oid, 'USAGE')
            LOOP
                EXECUTE format('GRANT USAGE ON SCHEMA %I TO {service}', item.nspname);
            END LOOP;
            FOR item IN
                SELECT c.oid::regclass AS name, c.relkind
                FROM pg_class AS c
                JOIN pg_namespace AS n ON n.oid = c.relnamespace
                WHERE c.relowner = current_user::regrole
                  AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
                  AND NOT c.relispartition
                  AND n.nspname NOT LIKE 'pg\_%'
                  AND NOT CASE WHEN c.relkind = 'S' THEN has_sequence_privilege({role}, c.oid, 'USAGE') ELSE has_table_privilege({role}, c.oid, 'SELECT') END
            LOOP
                IF item.relkind = 'S' THEN
                    EXECUTE format('GRANT USAGE, SELECT ON SEQUENCE %s TO {service}', item.name);
                ELSE
                    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE %s TO {service}', item.name);
                END IF;
            END LOOP;
        END $grants$;
        REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON schema_migration FROM {service};
        """;

    public const string MayCreate = "SELECT has_database_privilege(current_database(), 'CREATE')";
}
