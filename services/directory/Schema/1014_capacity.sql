-- Free places of an office at a centre, as somebody has written them: no loading of documents touches it, and what it says goes before what they say.
CREATE TABLE office_capacity (
    centre text NOT NULL,
    office text NOT NULL,
    capacity integer CHECK (capacity >= 0),
    version integer NOT NULL DEFAULT 1,
    written_by text NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (centre, office)
);
COMMENT ON COLUMN office_capacity.capacity IS 'null is without a limit, or not known';

-- A file is of one kind.
ALTER TABLE import ADD COLUMN kind text NOT NULL DEFAULT 'focal-points' CHECK (kind IN ('focal-points', 'capacity'));
