-- Who did what to which record. Rows are written in the transaction of the change; message_id names the message that tells it, and every message has one.
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
  detail jsonb);
CREATE INDEX audit_entry_record ON audit_entry (record_kind, record_id);

CREATE FUNCTION audit_entry_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit entries are never changed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION audit_entry_is_append_only();
