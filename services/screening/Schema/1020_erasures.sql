-- A person asks to be forgotten: asked for by one member of staff, decided by another (ADR 0046). What stays of it names nobody.
CREATE TABLE erasure (
    erasure_id   uuid PRIMARY KEY,
    person_id    uuid NOT NULL REFERENCES person,
    office       text NOT NULL,
    centre       text NOT NULL,
    requested_by text NOT NULL,
    requested_at timestamptz NOT NULL,
    status       text NOT NULL DEFAULT 'requested' CHECK (status IN ('requested', 'approved', 'rejected')),
    decided_by   text,
    decided_at   timestamptz,
    CHECK ((status = 'requested') = (decided_by IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (decided_by IS DISTINCT FROM requested_by)
);
CREATE UNIQUE INDEX erasure_one_open ON erasure (person_id) WHERE status = 'requested';
CREATE INDEX erasure_asked_here ON erasure (office, centre, erasure_id);

-- Each service that knows the person, screening itself among them: what it would erase, what it did, what a law keeps. Counts and codes.
CREATE TABLE erasure_at_office (
    erasure_id   uuid NOT NULL REFERENCES erasure,
    office       text NOT NULL,
    counted      jsonb,
    ordered_at   timestamptz,
    erased       jsonb,
    legal_bases  text[] NOT NULL DEFAULT '{}',
    confirmed_at timestamptz,
    PRIMARY KEY (erasure_id, office)
);
CREATE INDEX erasure_at_office_silent ON erasure_at_office (ordered_at) WHERE confirmed_at IS NULL;
