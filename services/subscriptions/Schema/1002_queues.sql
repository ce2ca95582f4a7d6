-- A large agency's own queue at the broker is an endpoint of another kind: the same lane, log and replay (ADR 0103).
ALTER TABLE agreement ADD COLUMN queue boolean NOT NULL DEFAULT false;

COMMENT ON COLUMN agreement.queue IS 'whether the partner may have a queue of its own; widens, so that two people decide';

ALTER TABLE endpoint
    ADD COLUMN kind text NOT NULL DEFAULT 'webhook' CHECK (kind IN ('webhook', 'queue')),
    ADD COLUMN sent_count bigint NOT NULL DEFAULT 0,
    ADD COLUMN revoked_at timestamptz,
    ADD COLUMN reset_asked boolean NOT NULL DEFAULT false,
    ALTER COLUMN secret DROP NOT NULL,
    ADD CONSTRAINT endpoint_secret CHECK (kind = 'queue' OR secret IS NOT NULL);
CREATE UNIQUE INDEX endpoint_one_queue ON endpoint (client_id) WHERE kind = 'queue';

COMMENT ON COLUMN endpoint.sent_count IS 'of a queue: how many events were confirmed; the next one''s sequence number is one more';
COMMENT ON COLUMN endpoint.revoked_at IS 'of a queue that is disabled: when it and its connections were gone';
COMMENT ON COLUMN endpoint.reset_asked IS 'of a queue: the agreement was narrowed, what lies in it unread has to go';
