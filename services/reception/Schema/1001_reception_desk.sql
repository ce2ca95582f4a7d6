-- The reception desk: queues and desks are reference data with validity; tickets are numbers, and a person hangs on a visit or not at all.
CREATE TABLE reception_queue (
    centre text NOT NULL,
    code text NOT NULL,
    letter text NOT NULL CHECK (letter ~ '^[A-Z]$'),
    name_pt text NOT NULL,
    name_en text NOT NULL,
    themes text[] NOT NULL,
    is_neutral boolean NOT NULL,
    zone text NOT NULL,
    days integer[] NOT NULL,
    opens_minute integer NOT NULL CHECK (opens_minute BETWEEN 0 AND 1439),
    closes_minute integer NOT NULL CHECK (closes_minute > opens_minute AND closes_minute <= 1440),
    last_ticket_minutes integer NOT NULL CHECK (last_ticket_minutes >= 0),
    waiting_limit integer NOT NULL CHECK (waiting_limit > 0),
    service_minutes integer NOT NULL CHECK (service_minutes > 0),
    assumed boolean NOT NULL,
    valid_from date NOT NULL,
    valid_until date CHECK (valid_until >= valid_from),
    closed_at timestamptz,
    closed_until timestamptz,
    notice_pt text,
    notice_en text,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (centre, code)
);

CREATE TABLE reception_desk (
    centre text NOT NULL,
    code text NOT NULL,
    queues text[] NOT NULL,
    state text NOT NULL DEFAULT 'closed' CHECK (state IN ('closed', 'open', 'paused')),
    held_by text,
    held_office text,
    since timestamptz,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (centre, code),
    CHECK ((state = 'closed') = (held_by IS NULL))
);
CREATE UNIQUE INDEX reception_desk_one_per_holder ON reception_desk (centre, held_by) WHERE held_by IS NOT NULL;

CREATE TABLE ticket_counter (
    centre text NOT NULL,
    letter text NOT NULL,
    day date NOT NULL,
    last_number integer NOT NULL,
    PRIMARY KEY (centre, letter, day)
);

CREATE TABLE ticket (
    ticket_id uuid PRIMARY KEY,
    centre text NOT NULL,
    day date NOT NULL,
    letter text NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    queue text NOT NULL,
    language text NOT NULL,
    priority text CHECK (priority IN ('pregnant', 'infant', 'elderly', 'disability')),
    appointment_at timestamptz,
    state text NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'parked', 'transferred', 'done', 'no-show')),
    token_hash bytea NOT NULL UNIQUE,
    issued_at timestamptz NOT NULL,
    entered_at timestamptz NOT NULL,
    not_before timestamptz,
    expires_at timestamptz NOT NULL,
    promised_low integer NOT NULL,
    promised_high integer NOT NULL,
    first_called_at timestamptz,
    wait_error_seconds integer,
    called_at timestamptz,
    calls integer NOT NULL DEFAULT 0,
    desk text,
    target_desk text,
    started_at timestamptz,
    ended_at timestamptz,
    end_reason text,
    copies integer NOT NULL DEFAULT 1,
    transfers integer NOT NULL DEFAULT 0,
    more_time_used boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1,
    UNIQUE (centre, day, letter, number),
    CHECK ((state IN ('called', 'serving', 'parked')) <= (desk IS NOT NULL)),
    CHECK ((state = 'done') = (ended_at IS NOT NULL AND end_reason IS NOT NULL))
);
-- A desk has one ticket in hand, whatever the code does.
CREATE UNIQUE INDEX ticket_one_per_desk ON ticket (centre, desk) WHERE state IN ('called', 'serving');
CREATE INDEX ticket_waiting ON ticket (centre, queue, entered_at) WHERE state IN ('waiting', 'transferred');
CREATE INDEX ticket_alive ON ticket (expires_at) WHERE state IN ('waiting', 'transferred', 'called', 'serving', 'parked', 'no-show');
CREATE INDEX ticket_called ON ticket (centre, called_at) WHERE called_at IS NOT NULL;

CREATE TABLE visit (
    visit_id uuid PRIMARY KEY,
    ticket_id uuid NOT NULL UNIQUE REFERENCES ticket (ticket_id),
    centre text NOT NULL,
    state text NOT NULL CHECK (state IN ('arrived', 'triaged', 'in-service', 'left-served', 'left-unserved')),
    reason text,
    arrived_at timestamptz NOT NULL,
    left_at timestamptz,
    person_ref text
);
CREATE INDEX visit_left ON visit (centre, left_at) WHERE state = 'left-unserved';
CREATE INDEX visit_person ON visit (person_ref) WHERE person_ref IS NOT NULL;

-- What a desk did, with the tickets as they were before it: what undo goes back to.
CREATE TABLE ticket_action (
    action_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    action_id uuid NOT NULL,
    ticket_id uuid NOT NULL REFERENCES ticket (ticket_id),
    centre text NOT NULL,
    desk text,
    command text NOT NULL,
    at timestamptz NOT NULL,
    version_after integer NOT NULL,
    before jsonb NOT NULL,
    undone_at timestamptz
);
CREATE INDEX ticket_action_of_desk ON ticket_action (centre, desk, action_no DESC);
CREATE INDEX ticket_action_of_ticket ON ticket_action (ticket_id);

CREATE TABLE reception_board (
    board_id uuid PRIMARY KEY,
    centre text NOT NULL,
    key_hash bytea NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    ended_at timestamptz
);

CREATE TABLE information_request (
    request_id uuid PRIMARY KEY,
    centre text NOT NULL,
    theme text NOT NULL,
    language text NOT NULL,
    at timestamptz NOT NULL
);

CREATE TABLE childrens_room (
    centre text PRIMARY KEY,
    capacity integer NOT NULL CHECK (capacity >= 0)
);

CREATE TABLE childrens_visit (
    visit_id uuid PRIMARY KEY,
    centre text NOT NULL REFERENCES childrens_room (centre),
    ticket_id uuid NOT NULL REFERENCES ticket (ticket_id),
    children integer NOT NULL CHECK (children BETWEEN 1 AND 10),
    state text NOT NULL CHECK (state IN ('waiting', 'present', 'left')),
    code_hash bytea NOT NULL,
    wrong_codes integer NOT NULL DEFAULT 0,
    arrived_at timestamptz NOT NULL,
    admitted_at timestamptz,
    left_at timestamptz,
    left_without_code boolean NOT NULL DEFAULT false,
    alerted_at timestamptz
);
CREATE INDEX childrens_visit_here ON childrens_visit (centre, arrived_at) WHERE state <> 'left';
CREATE UNIQUE INDEX childrens_visit_one_per_ticket ON childrens_visit (ticket_id) WHERE state <> 'left';

-- A visit that is linked while its person is being forgotten stays without a name.
CREATE FUNCTION leave_out_erased_visitor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF messaging.is_erased(NEW.person_ref) THEN
        NEW.person_ref := NULL;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER visit_leaves_out_erased BEFORE INSERT OR UPDATE OF person_ref ON visit
    FOR EACH ROW WHEN (NEW.person_ref IS NOT NULL) EXECUTE FUNCTION leave_out_erased_visitor();
