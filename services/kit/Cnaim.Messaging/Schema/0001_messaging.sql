-- Outbox, inbox and what surrounds them (reliability.md section 1.1).
CREATE SCHEMA messaging;

-- Sender: last version given out; its row lock orders the stream.
CREATE TABLE messaging.stream_out (
  stream_id uuid NOT NULL,
  audience text NOT NULL,
  last_version bigint NOT NULL,
  PRIMARY KEY (stream_id, audience)) WITH (fillfactor = 70);

-- Sender: append-only, source of every replay.
CREATE TABLE messaging.sent_event (
  message_id uuid PRIMARY KEY,
  event_day date NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC')::date,
  stream_id uuid NOT NULL,
  audience text NOT NULL,
  version bigint NOT NULL CHECK (version > 0),
  event_type text NOT NULL,
  schema_major smallint NOT NULL,
  body bytea NOT NULL CHECK (octet_length(body) <= 65536),
  trace_parent text,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (stream_id, audience, version));

-- Sender: thin work list; a healthy row is inserted once and deleted once.
CREATE TABLE messaging.outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id uuid NOT NULL UNIQUE,
  stream_id uuid NOT NULL,
  audience text NOT NULL,
  enqueued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  attempts smallint NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  parked_at timestamptz,
  last_error text)
  WITH (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0);
CREATE INDEX outbox_failing ON messaging.outbox (stream_id, audience, id) WHERE attempts > 0;

CREATE TABLE messaging.relay_lease (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  backend_pid int NOT NULL,
  holder text NOT NULL,
  beat_at timestamptz NOT NULL);

-- Receiver: one row per message and consumer, kept 30 days. Partitions are the service's work (one per UTC day of the sender).
CREATE TABLE messaging.inbox (
  event_day date NOT NULL,
  message_id uuid NOT NULL,
  consumer text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (event_day, message_id, consumer)) PARTITION BY RANGE (event_day);

-- Receiver: last version applied, never pruned.
CREATE TABLE messaging.stream_in (
  source text NOT NULL,
  stream_id uuid NOT NULL,
  audience text NOT NULL,
  consumer text NOT NULL,
  last_version bigint NOT NULL,
  PRIMARY KEY (source, stream_id, audience, consumer)) WITH (fillfactor = 70);

-- Receiver: safely stored, not yet applied.
CREATE TABLE messaging.parked (
  message_id uuid NOT NULL,
  consumer text NOT NULL,
  source text NOT NULL,
  stream_id uuid NOT NULL,
  audience text NOT NULL,
  version bigint NOT NULL,
  reason text NOT NULL CHECK (reason IN ('gap', 'crash', 'dead_letter', 'fork', 'unknown_major', 'bad_sender', 'bad_day')),
  event_type text NOT NULL,
  envelope bytea NOT NULL,
  attempts smallint NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  parked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (message_id, consumer));
CREATE INDEX parked_gap ON messaging.parked (source, stream_id, audience, consumer, version) WHERE reason = 'gap';

-- Receiver: what lies in the queues <service>_error and <service>_skipped. Its stream waits for the operator, so nobody asks for a replay of it.
CREATE TABLE messaging.failed (
  message_id uuid NOT NULL,
  consumer text NOT NULL,
  source text NOT NULL,
  stream_id uuid NOT NULL,
  audience text NOT NULL,
  version bigint NOT NULL,
  queue text NOT NULL CHECK (queue IN ('error', 'skipped')),
  event_type text NOT NULL,
  reason text NOT NULL,
  failed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (message_id, consumer));
CREATE INDEX failed_stream ON messaging.failed (source, stream_id, audience, consumer, version);
