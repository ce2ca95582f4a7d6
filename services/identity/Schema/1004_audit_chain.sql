-- The chain of seals over this service's entries: the same shape as every service's (ADR 0036). Nobody is erased here: staff are no persons served.
CREATE TABLE audit_seal (
    seal_no bigint PRIMARY KEY CHECK (seal_no > 0),
    entry_id bigint NOT NULL UNIQUE,
    salt uuid,
    detail_digest bytea CHECK (octet_length(detail_digest) = 32),
    head bytea NOT NULL CHECK (octet_length(head) = 32),
    sealed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    record_digest bytea CHECK (octet_length(record_digest) = 32)
);

CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE ON audit_seal
    FOR EACH ROW EXECUTE FUNCTION audit_entry_is_append_only();
CREATE TRIGGER audit_seal_never_emptied BEFORE TRUNCATE ON audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_append_only();
CREATE TRIGGER audit_entry_never_emptied BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_append_only();
