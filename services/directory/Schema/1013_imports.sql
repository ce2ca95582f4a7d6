-- Focal points that come as a file: kept until they are written, all of them or none (ADR 0113).
CREATE TABLE import (
    import_id uuid PRIMARY KEY,
    request_key text NOT NULL UNIQUE CHECK (request_key ~ '^[0-9a-f]{64}$'),
    is_dry_run boolean NOT NULL,
    content text,
    only_centre text,
    subject text NOT NULL,
    office text NOT NULL,
    centre text NOT NULL,
    role text NOT NULL,
    requested_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'reading', 'done', 'refused')),
    rows_total integer NOT NULL DEFAULT 0,
    rows_done integer NOT NULL DEFAULT 0,
    errors jsonb NOT NULL DEFAULT '[]',
    leased_until timestamptz,
    finished_at timestamptz,
    CHECK ((state IN ('done', 'refused')) = (finished_at IS NOT NULL))
);
CREATE INDEX import_open ON import (requested_at) WHERE finished_at IS NULL;

COMMENT ON COLUMN import.only_centre IS 'the centre of a coordinator, who writes no other';
COMMENT ON COLUMN import.content IS 'the file as CSV; gone when it is finished';
