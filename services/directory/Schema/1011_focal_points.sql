-- Who is reminded at an office of a centre, from a day to a day: written by administrators and coordinators, so no loading of documents touches it, and ended, never deleted.
CREATE TABLE focal_point (
    focal_point_id uuid PRIMARY KEY,
    centre text NOT NULL,
    office text NOT NULL,
    holder text NOT NULL CHECK (length(holder) BETWEEN 2 AND 100),
    valid_from date NOT NULL,
    valid_to date,
    version integer NOT NULL DEFAULT 1,
    request_key text NOT NULL UNIQUE CHECK (request_key ~ '^[0-9a-f]{64}$'),
    added_by text NOT NULL,
    added_at timestamptz NOT NULL,
    ended_by text,
    ended_at timestamptz,
    -- The day before the first one is: it never began.
    CHECK (valid_to >= valid_from - 1),
    -- One at a time for an office at a centre. Text has no ranges, so its digest stands for it (ADR 0071).
    CONSTRAINT focal_point_one_at_a_time EXCLUDE USING gist (
        int8range(hashtextextended(centre || '/' || office, 0) >> 1, hashtextextended(centre || '/' || office, 0) >> 1, '[]') WITH &&,
        daterange(valid_from, valid_to + 1) WITH &&)
);
CREATE INDEX focal_point_of_office ON focal_point (centre, office, valid_from);

COMMENT ON COLUMN focal_point.holder IS 'A role, a desk or an account at the office, as reminders name it.';
COMMENT ON COLUMN focal_point.request_key IS 'Digest of who asked with which Idempotency-Key: the same request adds one.';

-- The same form as in every other service.
CREATE TABLE audit_entry (
    entry_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    message_id uuid,
    subject text NOT NULL,
    office text NOT NULL,
    centre text NOT NULL,
    role text NOT NULL,
    action text NOT NULL,
    record_kind text NOT NULL,
    record_id text NOT NULL,
    purpose text,
    detail jsonb
);
CREATE INDEX audit_entry_record ON audit_entry (record_kind, record_id);

CREATE TABLE audit_seal (
    seal_no bigint PRIMARY KEY CHECK (seal_no > 0),
    entry_id bigint NOT NULL UNIQUE,
    salt uuid,
    detail_digest bytea CHECK (octet_length(detail_digest) = 32),
    head bytea NOT NULL CHECK (octet_length(head) = 32),
    sealed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    record_digest bytea CHECK (octet_length(record_digest) = 32)
);

CREATE FUNCTION audit_entry_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit entries are never changed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_entry_is_append_only();
CREATE TRIGGER audit_entry_never_emptied BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_append_only();
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE ON audit_seal
    FOR EACH ROW EXECUTE FUNCTION audit_entry_is_append_only();
CREATE TRIGGER audit_seal_never_emptied BEFORE TRUNCATE ON audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_append_only();
