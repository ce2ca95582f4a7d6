-- Temporary places. A stay takes one bed; the partial unique index makes overbooking impossible, whatever the code does.
CREATE TABLE housing_place (
    place_id uuid PRIMARY KEY,
    centre text NOT NULL,
    name text NOT NULL,
    capacity integer NOT NULL CHECK (capacity > 0)
);

CREATE TABLE housing_stay (
    stay_id uuid PRIMARY KEY,
    place_id uuid NOT NULL REFERENCES housing_place (place_id),
    case_id uuid NOT NULL,
    bed integer NOT NULL CHECK (bed > 0),
    state text NOT NULL CHECK (state IN ('offered', 'booked', 'ended', 'declined', 'expired')),
    since timestamptz NOT NULL,
    offer_expires_at timestamptz,
    CHECK ((state = 'offered') <= (offer_expires_at IS NOT NULL))
);
CREATE UNIQUE INDEX housing_stay_one_per_bed ON housing_stay (place_id, bed) WHERE state IN ('offered', 'booked');
CREATE UNIQUE INDEX housing_stay_one_per_case ON housing_stay (place_id, case_id) WHERE state IN ('offered', 'booked');
CREATE INDEX housing_stay_offers ON housing_stay (offer_expires_at) WHERE state = 'offered';

CREATE TABLE housing_waiting (
    waiting_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    place_id uuid NOT NULL REFERENCES housing_place (place_id),
    case_id uuid NOT NULL,
    since timestamptz NOT NULL,
    UNIQUE (place_id, case_id)
);
