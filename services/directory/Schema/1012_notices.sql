-- What an administrator tells everybody who works on the pages: planned maintenance, a fault that is known. Ended, never deleted.
CREATE TABLE notice (
    notice_id uuid PRIMARY KEY,
    pt text NOT NULL CHECK (length(pt) BETWEEN 3 AND 300),
    en text NOT NULL CHECK (length(en) BETWEEN 3 AND 300),
    shown_from timestamptz NOT NULL,
    shown_until timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    request_key text NOT NULL UNIQUE CHECK (request_key ~ '^[0-9a-f]{64}$'),
    added_by text NOT NULL,
    added_at timestamptz NOT NULL,
    ended_by text,
    ended_at timestamptz,
    CHECK (shown_until >= shown_from)
);
CREATE INDEX notice_until ON notice (shown_until);

COMMENT ON COLUMN notice.request_key IS 'Digest of who asked with which Idempotency-Key: the same request adds one.';
