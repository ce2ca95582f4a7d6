CREATE TABLE directory_version (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    checksum text NOT NULL,
    loaded_at timestamptz NOT NULL
);

CREATE TABLE hsds_resource (
    kind text NOT NULL,
    id text NOT NULL,
    position integer NOT NULL,
    search_text text NOT NULL,
    related text[] NOT NULL,
    document jsonb NOT NULL,
    nested jsonb NOT NULL,
    PRIMARY KEY (kind, id),
    UNIQUE (kind, position)
);

COMMENT ON TABLE hsds_resource IS 'HSDS 3 resources as they are served: document in lists, nested by id. related holds the ids that list filters ask for.';

CREATE INDEX hsds_resource_related ON hsds_resource USING gin (related);

CREATE TABLE municipality (
    dico text PRIMARY KEY CHECK (dico ~ '^[0-9]{4}$'),
    name text NOT NULL,
    district text,
    autonomous_region text,
    nuts2 text NOT NULL,
    nuts3 text NOT NULL
);

CREATE TABLE office (
    code text PRIMARY KEY,
    kind text NOT NULL,
    name_en text NOT NULL,
    name_pt text NOT NULL,
    sensitivity text NOT NULL
);

CREATE TABLE office_request (
    code text PRIMARY KEY,
    office text NOT NULL REFERENCES office (code),
    position integer NOT NULL,
    label_en text NOT NULL,
    label_pt text NOT NULL,
    status_blind boolean NOT NULL
);

CREATE TABLE centre (
    code text PRIMARY KEY,
    name text NOT NULL,
    kind text NOT NULL,
    status text NOT NULL,
    is_open boolean NOT NULL,
    dico text REFERENCES municipality (dico),
    time_zone text NOT NULL,
    opening_hours jsonb NOT NULL,
    opening_hours_assumed boolean NOT NULL,
    municipal_holiday text,
    municipal_holiday_assumed boolean NOT NULL
);

CREATE TABLE office_at_centre (
    centre text NOT NULL REFERENCES centre (code),
    office text NOT NULL REFERENCES office (code),
    assumed boolean NOT NULL,
    capacity integer CHECK (capacity >= 0),
    focal_point text NOT NULL,
    focal_point_assumed boolean NOT NULL,
    PRIMARY KEY (centre, office)
);

CREATE TABLE deadline (
    position integer PRIMARY KEY,
    office text REFERENCES office (code),
    request text REFERENCES office_request (code),
    priority text NOT NULL CHECK (priority IN ('routine', 'urgent', 'emergency')),
    acknowledge_amount integer NOT NULL CHECK (acknowledge_amount > 0),
    acknowledge_unit text NOT NULL,
    resolve_amount integer NOT NULL CHECK (resolve_amount > 0),
    resolve_unit text NOT NULL,
    assumed boolean NOT NULL,
    UNIQUE NULLS NOT DISTINCT (office, request, priority)
);
