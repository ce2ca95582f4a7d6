-- Who works here, in which role at which office and centre; every change was asked for by one and approved by another.
CREATE TABLE staff (
    staff_id uuid PRIMARY KEY,
    account text NOT NULL CHECK (length(account) BETWEEN 3 AND 64),
    normalized_account text NOT NULL UNIQUE,
    password_hash text,
    security_stamp text NOT NULL,
    concurrency_stamp text NOT NULL,
    two_factor_enabled boolean NOT NULL DEFAULT false,
    protected_authenticator_key bytea,
    recovery_code_hashes text[] NOT NULL DEFAULT '{}',
    access_failed_count integer NOT NULL DEFAULT 0,
    lockout_end timestamptz,
    invitation_hash bytea,
    invitation_ends_at timestamptz,
    rights_version bigint NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    disabled_at timestamptz
);

CREATE TABLE assignment (
    assignment_id uuid PRIMARY KEY,
    staff_id uuid NOT NULL REFERENCES staff,
    role text NOT NULL,
    office text NOT NULL,
    centre text NOT NULL,
    since timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz
);
CREATE UNIQUE INDEX assignment_once ON assignment (staff_id, role, office, centre) WHERE ended_at IS NULL;

CREATE TABLE staff_change (
    change_id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('create', 'assign', 'end-assignment', 'disable', 'enable', 'reset')),
    staff_id uuid,
    account text,
    assignment_id uuid,
    role text,
    office text NOT NULL,
    centre text NOT NULL,
    reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
    requested_by text NOT NULL,
    requested_at timestamptz NOT NULL DEFAULT now(),
    decision text CHECK (decision IN ('approved', 'rejected')),
    decided_by text,
    decided_at timestamptz,
    -- Nobody approves what he asked for himself, whatever the service says.
    CHECK (decision IS NULL OR decision = 'rejected' OR decided_by <> requested_by),
    CHECK ((decision IS NULL) = (decided_by IS NULL))
);

CREATE TABLE session (
    session_id uuid PRIMARY KEY,
    secret_digest bytea NOT NULL UNIQUE CHECK (length(secret_digest) = 32),
    staff_id uuid NOT NULL REFERENCES staff,
    assignment_id uuid NOT NULL REFERENCES assignment,
    rights_version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    ended_at timestamptz
);
CREATE INDEX session_staff ON session (staff_id) WHERE ended_at IS NULL;

CREATE TABLE used_code (
    staff_id uuid NOT NULL REFERENCES staff,
    code_digest bytea NOT NULL,
    used_at timestamptz NOT NULL,
    PRIMARY KEY (staff_id, code_digest)
);

-- Whose rights or sessions changed, in order: the gateway reads it and forgets their tokens.
CREATE TABLE rights_change (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- The same form as in every other service.
CREATE TABLE audit_entry (
    entry_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    message_id uuid,
    subject text NOT NULL,
    office text NOT NULL,
    centre text NOT NULL,
    role text NOT NULL,
    action text NOT NULL,
    record_kind text NOT NULL,
    record_id text NOT NULL,
    purpose text,
    detail jsonb
);
CREATE INDEX audit_entry_record ON audit_entry (record_kind, record_id);

CREATE FUNCTION audit_entry_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit entries are never changed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_entry_is_append_only();
