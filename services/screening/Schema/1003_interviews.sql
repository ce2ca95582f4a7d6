CREATE TABLE interview (
    interview_id uuid PRIMARY KEY,
    person_id    uuid NOT NULL REFERENCES person,
    office       text NOT NULL,
    centre       text NOT NULL,
    language     text NOT NULL,
    channel      text NOT NULL,
    date         date NOT NULL,
    held_by      text NOT NULL,
    answers      bytea NOT NULL, -- encrypted with the service's key
    version      bigint NOT NULL DEFAULT 1,
    started_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL
);
CREATE INDEX interview_person ON interview (person_id, updated_at DESC);
