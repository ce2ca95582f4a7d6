-- What a partner without a system has read, and whether it wants to be written to (ADR 0111).
CREATE TABLE inbox (
    client_id text PRIMARY KEY REFERENCES agreement (client_id) ON DELETE CASCADE,
    read_until bigint NOT NULL DEFAULT 0 CHECK (read_until >= 0),
    mailed_until bigint NOT NULL DEFAULT 0 CHECK (mailed_until >= 0),
    wants_mail boolean NOT NULL DEFAULT false
);

COMMENT ON COLUMN inbox.mailed_until IS 'up to which event of the log a mail has counted';

-- One row for each mail; leased by whoever sends it, by the clock of the database.
CREATE TABLE mail (
    mail_id uuid PRIMARY KEY,
    client_id text NOT NULL REFERENCES agreement (client_id) ON DELETE CASCADE,
    events integer NOT NULL CHECK (events >= 0),
    notices integer NOT NULL CHECK (notices >= 0),
    created_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    leased_until timestamptz,
    sent_at timestamptz,
    CHECK (events + notices > 0)
);
CREATE INDEX mail_client ON mail (client_id, created_at);
CREATE INDEX mail_unsent ON mail (due_at) WHERE sent_at IS NULL;
CREATE INDEX mail_old ON mail (created_at);
CREATE INDEX partner_notice_unmailed ON partner_notice (client_id) WHERE mailed_at IS NULL;
