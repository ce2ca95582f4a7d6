-- The answer to an Idempotency-Key, in the transaction of the change; kept 24 h. The body is encrypted (AES-256-GCM).
CREATE TABLE messaging.idempotency (
  client text NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
  request_hash bytea NOT NULL,
  status smallint NOT NULL,
  location text,
  etag text,
  content_type text,
  body bytea,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (client, key));
CREATE INDEX idempotency_created ON messaging.idempotency (created_at);
