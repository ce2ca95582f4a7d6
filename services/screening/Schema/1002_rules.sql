CREATE TABLE rules_version (
    version     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    checksum    text NOT NULL UNIQUE,
    valid_from  date NOT NULL,
    status      text NOT NULL CHECK (status IN ('draft', 'approved')),
    questions   json NOT NULL,
    issues      json NOT NULL,
    eligibility json NOT NULL,
    offices     json NOT NULL,
    loaded_by   text NOT NULL,
    loaded_at   timestamptz NOT NULL,
    approved_by text,
    approved_at timestamptz
);
