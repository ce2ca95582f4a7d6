-- The dossier of a family reunification. A null is "not known yet", never "no".
CREATE TABLE family_dossier (
    case_id uuid PRIMARY KEY,
    monthly_income numeric(12, 2) CHECK (monthly_income >= 0),
    lodging_proved boolean,
    lodging_persons integer CHECK (lodging_persons >= 0),
    updated_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1
);

CREATE TABLE family_relative (
    case_id uuid NOT NULL REFERENCES family_dossier (case_id) ON DELETE CASCADE,
    relative_no integer NOT NULL CHECK (relative_no > 0),
    person_ref text,
    is_adult boolean,
    already_in_household boolean NOT NULL,
    PRIMARY KEY (case_id, relative_no)
);
