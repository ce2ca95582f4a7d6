-- What somebody typed, for minutes: what is searched for, and a form that came after its session had ended. Nothing here can be read without the gateway's key.
CREATE TABLE kept_form (
    form_id uuid PRIMARY KEY,
    sealed bytea NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX kept_form_expiry ON kept_form (expires_at);
