-- What the services have erased, for the time after a restore of one of them: digests of references, which name nobody and are another at each service.
CREATE TABLE kept_erasure (
    service text NOT NULL,
    digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    order_id uuid NOT NULL,
    erased_at timestamptz NOT NULL,
    kept_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (service, digest)
);
CREATE INDEX kept_erasure_since ON kept_erasure (service, erased_at);

CREATE TRIGGER kept_erasure_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON kept_erasure
    FOR EACH STATEMENT EXECUTE FUNCTION audit_heads_are_append_only();
