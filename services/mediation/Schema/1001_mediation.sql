-- Associations that nominate mediators.
CREATE TABLE association (
    association_id uuid PRIMARY KEY,
    name text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
    centre text NOT NULL,
    demo boolean NOT NULL DEFAULT false
);

-- Mediators. Nothing about origin or nationality: matching needs languages, and who declares a conflict names a mediator or an association.
CREATE TABLE mediator (
    mediator_id uuid PRIMARY KEY,
    mediator_no bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    subject text UNIQUE,
    display_name text NOT NULL,
    centre text NOT NULL,
    association_id uuid REFERENCES association (association_id),
    gender text CHECK (gender IN ('female', 'male', 'other')),
    remote boolean NOT NULL,
    active boolean NOT NULL,
    languages jsonb NOT NULL,
    training jsonb NOT NULL,
    rota jsonb NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    demo boolean NOT NULL DEFAULT false
);
CREATE INDEX mediator_centre ON mediator (centre, mediator_id);
CREATE INDEX mediator_languages ON mediator USING gin (languages jsonb_path_ops);

COMMENT ON COLUMN mediator.gender IS 'as stated by the mediator, or null';
COMMENT ON COLUMN mediator.languages IS 'tag, spoken, read';
COMMENT ON COLUMN mediator.rota IS 'hours and exceptions in the clock of the centre';

-- A booking holds its mediator: two that overlap cannot exist, whatever the code does. The mediator's number stands as a range of one, so that no extension is needed.
CREATE TABLE booking (
    booking_id uuid PRIMARY KEY,
    office text NOT NULL,
    centre text NOT NULL,
    requested_by text NOT NULL,
    state text NOT NULL CHECK (state IN ('requested', 'matched', 'confirmed', 'in-call', 'done', 'failed')),
    language text NOT NULL,
    mode text NOT NULL CHECK (mode IN ('in-person', 'remote')),
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    gender text CHECK (gender IN ('female', 'male', 'other')),
    minimum_level text NOT NULL,
    mediator_id uuid REFERENCES mediator (mediator_id),
    mediator_no bigint,
    excluded_mediators uuid[] NOT NULL DEFAULT '{}',
    excluded_associations uuid[] NOT NULL DEFAULT '{}',
    declined integer NOT NULL DEFAULT 0,
    reference_kind text CHECK (reference_kind IN ('ticket', 'interview', 'person')),
    reference text,
    reason text,
    started_at timestamptz,
    ended_at timestamptz,
    version bigint NOT NULL DEFAULT 1,
    CHECK (starts_at < ends_at),
    CHECK ((mediator_id IS NULL) = (mediator_no IS NULL)),
    CHECK ((state IN ('matched', 'confirmed', 'in-call')) <= (mediator_id IS NOT NULL)),
    CONSTRAINT booking_one_at_a_time EXCLUDE USING gist (
        int8range(mediator_no, mediator_no, '[]') WITH &&,
        tstzrange(starts_at, ends_at) WITH &&)
        WHERE (mediator_no IS NOT NULL AND state IN ('matched', 'confirmed', 'in-call'))
);
CREATE INDEX booking_here ON booking (office, centre, starts_at, booking_id);
CREATE INDEX booking_of_mediator ON booking (mediator_id, starts_at);
CREATE INDEX booking_person ON booking (office) WHERE reference_kind = 'person' AND reference IS NOT NULL;
CREATE INDEX booking_old ON booking (ends_at);

-- Telephone translation: times and a rating, no content and no person.
CREATE TABLE interpreting_request (
    request_id uuid PRIMARY KEY,
    office text NOT NULL,
    centre text NOT NULL,
    desk text,
    requested_by text NOT NULL,
    state text NOT NULL CHECK (state IN ('requested', 'matched', 'in-call', 'done', 'failed')),
    language text NOT NULL,
    asked_at timestamptz NOT NULL,
    starts_at timestamptz NOT NULL,
    planned_until timestamptz NOT NULL,
    provider text,
    next_free timestamptz,
    redials integer NOT NULL DEFAULT 0,
    quality integer CHECK (quality BETWEEN 1 AND 3),
    reason text,
    started_at timestamptz,
    ended_at timestamptz,
    version bigint NOT NULL DEFAULT 1,
    CHECK (starts_at < planned_until),
    CHECK ((state IN ('matched', 'in-call')) <= (provider IS NOT NULL))
);
CREATE INDEX interpreting_here ON interpreting_request (office, centre, asked_at, request_id);
CREATE INDEX interpreting_busy ON interpreting_request (planned_until) WHERE state IN ('matched', 'in-call');
CREATE INDEX interpreting_old ON interpreting_request (asked_at);

-- What was looked for and not found, by the hour; nobody stands in it.
CREATE TABLE language_demand (
    language text NOT NULL,
    centre text NOT NULL,
    hour timestamptz NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('nobody-speaks', 'nobody-free', 'no-interpreter', 'not-offered')),
    found_nobody integer NOT NULL CHECK (found_nobody > 0),
    PRIMARY KEY (language, centre, hour, outcome)
);
CREATE INDEX language_demand_period ON language_demand (hour);

-- How far the erasures of each office were followed (ADR 0066).
CREATE TABLE followed_erasures (
    office text PRIMARY KEY,
    since timestamptz NOT NULL
);
