-- A record that only named staff see; it is in no search, list or count (domain.md section 3).
ALTER TABLE person ADD COLUMN is_protected boolean NOT NULL DEFAULT false;

CREATE TABLE person_staff (
    person_id uuid NOT NULL REFERENCES person,
    office    text NOT NULL,
    subject   text NOT NULL,
    named_by  text NOT NULL,
    named_at  timestamptz NOT NULL,
    PRIMARY KEY (person_id, office, subject)
);
