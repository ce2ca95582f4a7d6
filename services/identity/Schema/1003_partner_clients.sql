-- Partners' clients show a signed assertion; they act for an office at a centre like staff.
ALTER TABLE client
    ADD COLUMN centre text NOT NULL DEFAULT '',
    ADD COLUMN public_keys jsonb;

COMMENT ON COLUMN client.public_keys IS 'JWKS of a client that authenticates with private_key_jwt (RFC 7523).';

-- An assertion is good once; kept until it could not be accepted any more.
CREATE TABLE used_assertion (
    client_id text NOT NULL,
    assertion_digest bytea NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (client_id, assertion_digest)
);

CREATE TABLE client_change (
    change_id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('create', 'keys', 'disable')),
    client_id text NOT NULL CHECK (client_id ~ '^[a-z0-9-]{3,64}$'),
    office text NOT NULL,
    centre text NOT NULL,
    scopes text[] NOT NULL,
    public_keys jsonb,
    reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
    requested_by text NOT NULL,
    requested_at timestamptz NOT NULL,
    decision text CHECK (decision IN ('approved', 'rejected')),
    decided_by text,
    decided_at timestamptz,
    CHECK (decision IS NULL OR decision = 'rejected' OR decided_by <> requested_by),
    CHECK ((decision IS NULL) = (decided_by IS NULL))
);
