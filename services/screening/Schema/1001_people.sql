CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE person (
    person_id      uuid PRIMARY KEY,
    process_number text NOT NULL UNIQUE,
    given_names    text[] NOT NULL,
    family_names   text[] NOT NULL,
    name_in_script text,
    known_as       text,
    birth          text,
    born_first     date,
    born_last      date,
    nationalities  text[] NOT NULL,
    languages      text[] NOT NULL,
    search_name    text NOT NULL,
    version        bigint NOT NULL DEFAULT 1,
    registered_at  timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL
);
CREATE INDEX person_search_name ON person USING gin (search_name gin_trgm_ops);

-- Where a person is known: the register shows a person to these centres only.
CREATE TABLE person_centre (
    office    text NOT NULL,
    centre    text NOT NULL,
    person_id uuid NOT NULL REFERENCES person,
    since     timestamptz NOT NULL,
    PRIMARY KEY (office, centre, person_id)
);
CREATE INDEX person_centre_person ON person_centre (person_id);

CREATE TABLE process_sequence (
    letter      text NOT NULL,
    year        integer NOT NULL,
    last_number integer NOT NULL,
    PRIMARY KEY (letter, year)
);

CREATE TABLE office_key (
    office     text NOT NULL,
    version    integer NOT NULL,
    secret     bytea NOT NULL, -- encrypted with the service's key
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (office, version)
);

-- The pseudonym of a person at an office; references of earlier keys keep working.
CREATE TABLE person_ref (
    office      text NOT NULL,
    ref         text NOT NULL,
    key_version integer NOT NULL,
    person_id   uuid NOT NULL REFERENCES person,
    PRIMARY KEY (office, ref),
    UNIQUE (person_id, office, key_version)
);
