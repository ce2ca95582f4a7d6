-- The secret that makes the hashes by which an identifier is found again: exact match inside this service and nowhere else.
CREATE TABLE identifier_key (
    identifier_key_id integer PRIMARY KEY CHECK (identifier_key_id = 1),
    secret            bytea NOT NULL, -- encrypted with the service's key
    created_at        timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Numbers of documents that a person showed to an office; never a key, and seen by that office alone.
CREATE TABLE person_identifier (
    identifier_id uuid PRIMARY KEY,
    person_id     uuid NOT NULL REFERENCES person,
    office        text NOT NULL,
    type          text NOT NULL,
    country       text NOT NULL,
    content       bytea NOT NULL, -- the value, and why it was kept against its check digit; encrypted with the service's key
    value_hash    bytea NOT NULL,
    recorded_by   text NOT NULL,
    recorded_at   timestamptz NOT NULL,
    UNIQUE (person_id, office, value_hash)
);
CREATE INDEX person_identifier_hash ON person_identifier (office, value_hash);

-- Two records that an office found to be one person, or not. A merge is this row and nothing else: both records and both histories stay as they are, and taking the row back separates them.
CREATE TABLE person_duplicate (
    person_duplicate_id uuid PRIMARY KEY,
    office              text NOT NULL,
    kept_id             uuid NOT NULL REFERENCES person,
    other_id            uuid NOT NULL REFERENCES person,
    status              text NOT NULL CHECK (status IN ('proposed', 'marked-duplicate', 'marked-distinct')),
    proposed_by         text NOT NULL,
    proposed_at         timestamptz NOT NULL,
    decided_by          text,
    decided_at          timestamptz,
    CHECK (kept_id <> other_id),
    CHECK ((status = 'proposed') = (decided_by IS NULL)),
    CHECK (status <> 'marked-duplicate' OR decided_by <> proposed_by)
);
CREATE UNIQUE INDEX person_duplicate_pair ON person_duplicate (office, LEAST(kept_id, other_id), GREATEST(kept_id, other_id));
CREATE INDEX person_duplicate_kept ON person_duplicate (kept_id) WHERE status = 'marked-duplicate';
CREATE UNIQUE INDEX person_duplicate_other ON person_duplicate (office, other_id) WHERE status = 'marked-duplicate';
