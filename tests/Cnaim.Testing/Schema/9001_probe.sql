-- What a test service stores: requests it accepted (sender) and requests it applied (receiver).
CREATE TABLE probe_accepted (
  request_id uuid PRIMARY KEY,
  stream_id uuid NOT NULL);

CREATE TABLE probe_applied (
  message_id uuid NOT NULL,
  request_id uuid NOT NULL,
  stream_id uuid NOT NULL);

-- Counting source C3 (reliability.md section 3): no unique key, so that a duplicate shows instead of being refused.
CREATE TABLE apply_log (
  entry bigint GENERATED ALWAYS AS IDENTITY,
  message_id uuid NOT NULL,
  request_id uuid NOT NULL,
  stream_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp());

CREATE FUNCTION log_apply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO apply_log (message_id, request_id, stream_id) VALUES (NEW.message_id, NEW.request_id, NEW.stream_id);
  RETURN NULL;
END $$;
CREATE TRIGGER probe_applied_log AFTER INSERT ON probe_applied FOR EACH ROW EXECUTE FUNCTION log_apply();
