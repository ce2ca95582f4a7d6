CREATE TABLE client (
    client_id text PRIMARY KEY CHECK (client_id ~ '^[a-z0-9-]{1,64}$'),
    kind text NOT NULL CHECK (kind IN ('service', 'sandbox', 'partner')),
    office text NOT NULL,
    role text NOT NULL,
    scopes text[] NOT NULL,
    secret_salt bytea NOT NULL,
    secret_hash bytea NOT NULL,
    secret_iterations integer NOT NULL CHECK (secret_iterations >= 10000),
    created_at timestamptz NOT NULL DEFAULT now(),
    secret_changed_at timestamptz NOT NULL DEFAULT now(),
    disabled_at timestamptz
);

COMMENT ON TABLE client IS 'Who may ask for a token on its own behalf; secrets are salted PBKDF2-SHA-256 hashes.';

CREATE TABLE signing_key (
    key_id text PRIMARY KEY,
    public_x bytea NOT NULL CHECK (length(public_x) = 32),
    public_y bytea NOT NULL CHECK (length(public_y) = 32),
    protected_private_key bytea NOT NULL,
    activates_at timestamptz NOT NULL,
    expires_at timestamptz
);

COMMENT ON TABLE signing_key IS 'ES256 keys: the newest active one signs, all that have not expired are published. The private part is encrypted with Protection__Key.';
