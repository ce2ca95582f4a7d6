-- What a partner may be told. One agreement for one client (ADR 0100).
CREATE TABLE agreement (
    client_id text PRIMARY KEY CHECK (length(client_id) BETWEEN 3 AND 200),
    agreement_id uuid NOT NULL UNIQUE,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    event_types text[] NOT NULL CHECK (cardinality(event_types) BETWEEN 1 AND 100),
    municipalities text[] NOT NULL CHECK (cardinality(municipalities) BETWEEN 1 AND 400),
    data_level text NOT NULL CHECK (data_level IN ('count', 'status', 'party')),
    office text,
    valid_from date NOT NULL,
    valid_until date,
    focal_point_name text NOT NULL,
    focal_point_email text NOT NULL,
    subject_key bytea NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    CHECK ((data_level = 'party') <= (office IS NOT NULL))
);

COMMENT ON COLUMN agreement.municipalities IS 'DICO codes, or * for all and for events without one';
COMMENT ON COLUMN agreement.subject_key IS 'encrypted; makes the subjects of this partner, which nobody else can join';

-- What was asked of an agreement. What widens is decided by another person than the one who asked: here too, whatever the code does.
CREATE TABLE agreement_change (
    change_id uuid PRIMARY KEY,
    client_id text NOT NULL,
    terms jsonb NOT NULL,
    widens boolean NOT NULL,
    base_version bigint NOT NULL,
    reason text NOT NULL,
    requested_by text NOT NULL,
    requested_at timestamptz NOT NULL,
    decision text CHECK (decision IN ('approved', 'rejected', 'applied')),
    decided_by text,
    decided_at timestamptz,
    CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
    CONSTRAINT agreement_change_two_people CHECK (NOT widens OR COALESCE(decision, 'rejected') = 'rejected' OR (decision = 'approved' AND decided_by <> requested_by))
);
CREATE INDEX agreement_change_old ON agreement_change (requested_at);

-- Every event of the network, 30 days. Positions are given under a lock that is held to the commit, so that they become visible in their order (ADR 0101).
CREATE SEQUENCE event_position;
CREATE TABLE event_log (
    event_day date NOT NULL,
    position bigint NOT NULL,
    event_id uuid NOT NULL,
    event_type text NOT NULL,
    source text NOT NULL,
    subject uuid NOT NULL,
    sequence bigint NOT NULL,
    data_schema text NOT NULL,
    municipality text NOT NULL,
    sender text,
    receiver text,
    occurred_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    data jsonb NOT NULL,
    PRIMARY KEY (event_day, position)
) PARTITION BY RANGE (event_day);
CREATE INDEX event_log_position ON event_log (position);
CREATE INDEX event_log_id ON event_log (event_id);
CREATE INDEX event_log_received ON event_log (received_at, position);

-- Up to where events were dropped after their 30 days.
CREATE TABLE event_floor (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    position bigint NOT NULL
);
INSERT INTO event_floor (position) VALUES (0);

-- Where a partner is told. The timetable belongs to the head of the lane: attempts and due_at are the head's.
CREATE TABLE endpoint (
    endpoint_id uuid PRIMARY KEY,
    client_id text NOT NULL REFERENCES agreement (client_id),
    url text NOT NULL CHECK (length(url) <= 2000),
    description text,
    event_types text[],
    rate_per_second integer NOT NULL CHECK (rate_per_second BETWEEN 1 AND 100),
    state text NOT NULL CHECK (state IN ('pending', 'active', 'paused', 'error', 'disabled')),
    state_reason text,
    secret bytea NOT NULL,
    previous_secret bytea,
    previous_until timestamptz,
    attempts integer NOT NULL DEFAULT 0,
    due_at timestamptz,
    slow_until timestamptz,
    is_suspect boolean NOT NULL DEFAULT false,
    last_sent_at timestamptz NOT NULL,
    last_success_at timestamptz,
    leased_by uuid,
    leased_until timestamptz,
    created_at timestamptz NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    CHECK ((previous_secret IS NULL) = (previous_until IS NULL))
) WITH (fillfactor = 70);
CREATE INDEX endpoint_client ON endpoint (client_id, endpoint_id);

COMMENT ON COLUMN endpoint.leased_until IS 'by the clock of the database; due_at by the clock of the service (ADR 0102)';
COMMENT ON COLUMN endpoint.is_suspect IS 'failed or was slow of late: runs in its own pool, so that it never takes a healthy endpoint''s place';

-- One row for each event and endpoint; the order of delivery_no is the order of the lane.
CREATE TABLE delivery (
    delivery_day date NOT NULL,
    delivery_no bigint GENERATED ALWAYS AS IDENTITY,
    endpoint_id uuid NOT NULL,
    event_day date NOT NULL,
    position bigint NOT NULL,
    event_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'withheld')),
    attempts integer NOT NULL DEFAULT 0,
    replayed boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (delivery_day, delivery_no)
) PARTITION BY RANGE (delivery_day);
CREATE INDEX delivery_no ON delivery (delivery_no);
CREATE INDEX delivery_waiting ON delivery (endpoint_id, delivery_no) WHERE state = 'waiting';
CREATE INDEX delivery_of ON delivery (endpoint_id, delivery_no);
CREATE INDEX delivery_event ON delivery (event_id, endpoint_id);

-- The delivery log: what was sent, and the beginning of what came back.
CREATE TABLE attempt (
    attempt_day date NOT NULL,
    attempt_id uuid NOT NULL,
    endpoint_id uuid NOT NULL,
    client_id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('event', 'test', 'heartbeat', 'handshake')),
    webhook_id text NOT NULL,
    attempt_no integer NOT NULL,
    started_at timestamptz NOT NULL,
    duration_ms integer NOT NULL,
    outcome text NOT NULL,
    request_url text NOT NULL,
    request_body text NOT NULL,
    status integer,
    response_headers text,
    response_body bytea CHECK (octet_length(response_body) <= 2048),
    PRIMARY KEY (attempt_day, attempt_id)
) PARTITION BY RANGE (attempt_day);
CREATE INDEX attempt_of ON attempt (endpoint_id, attempt_id);

-- What a partner's focal point is told.
CREATE TABLE partner_notice (
    notice_id uuid PRIMARY KEY,
    client_id text NOT NULL,
    endpoint_id uuid,
    kind text NOT NULL CHECK (kind IN ('endpoint-error', 'endpoint-disabled')),
    detail text,
    created_at timestamptz NOT NULL,
    mailed_at timestamptz
);
CREATE INDEX partner_notice_client ON partner_notice (client_id, notice_id);
CREATE INDEX partner_notice_old ON partner_notice (created_at);

-- The service owns no table: partitions of a day are made and dropped by functions that run as the owner.
CREATE FUNCTION create_event_partitions(day date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    today date := (clock_timestamp() AT TIME ZONE 'UTC')::date;
    parent text;
    name text;
BEGIN
    IF day NOT BETWEEN today - 60 AND today + 60 THEN
        RAISE EXCEPTION 'no partition is made for %', day USING ERRCODE = 'invalid_parameter_value';
    END IF;
    FOREACH parent IN ARRAY ARRAY['event_log', 'delivery', 'attempt'] LOOP
        name := parent || '_' || to_char(day, 'YYYYMMDD');
        IF to_regclass('public.' || name) IS NULL THEN
            EXECUTE format('CREATE TABLE IF NOT EXISTS public.%I PARTITION OF public.%I FOR VALUES FROM (%L) TO (%L)', name, parent, day, day + 1);
        END IF;
    END LOOP;
END $$;

CREATE FUNCTION drop_event_partitions(before date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
    first_kept date := LEAST(before, (clock_timestamp() AT TIME ZONE 'UTC')::date - 30);
    old record;
    highest bigint;
BEGIN
    FOR old IN
        SELECT c.relname, p.relname AS parent
        FROM pg_inherits AS i
        JOIN pg_class AS c ON c.oid = i.inhrelid
        JOIN pg_class AS p ON p.oid = i.inhparent
        WHERE i.inhparent IN ('public.event_log'::regclass, 'public.delivery'::regclass, 'public.attempt'::regclass)
          AND right(c.relname, 8) < to_char(first_kept, 'YYYYMMDD')
    LOOP
        IF old.parent = 'event_log' THEN
            EXECUTE format('SELECT max(position) FROM public.%I', old.relname) INTO highest;
            UPDATE public.event_floor SET position = GREATEST(position, COALESCE(highest, 0));
        END IF;
        EXECUTE format('DROP TABLE public.%I', old.relname);
    END LOOP;
END $$;

REVOKE EXECUTE ON FUNCTION create_event_partitions(date), drop_event_partitions(date) FROM PUBLIC;

SELECT create_event_partitions((clock_timestamp() AT TIME ZONE 'UTC')::date + n) FROM generate_series(-1, 7) AS n;
