-- One seal per audit entry, in the order of sealing: each head is made of the head before and of the entry, so nothing can be changed, left out or put
-- between unseen. The detail enters as a digest with a salt of its own: erasure destroys salt and detail, and the chain still verifies.
CREATE TABLE audit_seal (
  seal_no bigint PRIMARY KEY CHECK (seal_no > 0),
  entry_id bigint NOT NULL UNIQUE,
  salt uuid,
  detail_digest bytea CHECK (octet_length(detail_digest) = 32),
  head bytea NOT NULL CHECK (octet_length(head) = 32),
  sealed_at timestamptz NOT NULL DEFAULT clock_timestamp());

CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE ON audit_seal
  FOR EACH ROW EXECUTE FUNCTION audit_entry_is_append_only();
CREATE TRIGGER audit_seal_never_emptied BEFORE TRUNCATE ON audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_append_only();
CREATE TRIGGER audit_entry_never_emptied BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_append_only();
