-- Break-glass: who opened a record in an emergency, who looked at that afterwards.
CREATE TABLE emergency_access (
    emergency_access_id uuid PRIMARY KEY,
    person_id           uuid NOT NULL REFERENCES person,
    office              text NOT NULL,
    centre              text NOT NULL,
    subject             text NOT NULL,
    reason              text NOT NULL CHECK (reason IN ('danger-to-life', 'danger-to-health', 'child-in-danger', 'missing-person', 'violence')),
    note                bytea NOT NULL, -- encrypted with the service's key
    granted_at          timestamptz NOT NULL,
    expires_at          timestamptz NOT NULL,
    confirm_by          timestamptz NOT NULL,
    verdict             text CHECK (verdict IN ('justified', 'not-justified')),
    confirmed_by        text,
    confirmed_at        timestamptz,
    CHECK ((verdict IS NULL) = (confirmed_by IS NULL)),
    CHECK (confirmed_by IS DISTINCT FROM subject)
);
CREATE INDEX emergency_access_here ON emergency_access (office, centre, emergency_access_id);
CREATE INDEX emergency_access_open ON emergency_access (emergency_access_id) WHERE verdict IS DISTINCT FROM 'justified';

-- What the person is still to be told, when it is safe.
CREATE TABLE notice (
    notice_id  uuid PRIMARY KEY,
    person_id  uuid NOT NULL REFERENCES person,
    kind       text NOT NULL CHECK (kind IN ('emergency-access')),
    record_id  uuid NOT NULL,
    created_at timestamptz NOT NULL,
    given_at   timestamptz,
    given_by   text,
    CHECK ((given_at IS NULL) = (given_by IS NULL))
);
CREATE INDEX notice_person ON notice (person_id, notice_id);
