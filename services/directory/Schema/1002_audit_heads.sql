-- Heads of the other services' audit chains, and hourly one root over all of them: kept here because no service that is covered can write here what it likes.
CREATE TABLE audit_head (
    service text NOT NULL,
    seal_no bigint NOT NULL CHECK (seal_no > 0),
    head text NOT NULL CHECK (head ~ '^[0-9a-f]{64}$'),
    kept_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (service, seal_no)
);

CREATE TABLE audit_root (
    root_no bigint PRIMARY KEY CHECK (root_no > 0),
    kept_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    root text NOT NULL CHECK (root ~ '^[0-9a-f]{64}$'),
    leaves jsonb NOT NULL
);

COMMENT ON TABLE audit_root IS 'leaves: service, sealNo and head of each service at that moment; the root covers them and the root before.';

CREATE FUNCTION audit_heads_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'kept heads and roots are never changed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_head_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION audit_heads_are_append_only();
CREATE TRIGGER audit_root_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_root
    FOR EACH STATEMENT EXECUTE FUNCTION audit_heads_are_append_only();
