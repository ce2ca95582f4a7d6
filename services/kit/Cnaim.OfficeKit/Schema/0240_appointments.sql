-- Who gives appointments at a centre, and when: a member of staff or a named counter.
CREATE TABLE appointment_calendar (
    calendar_id uuid PRIMARY KEY,
    centre text NOT NULL,
    subject text,
    counter text,
    days text[] NOT NULL CHECK (cardinality(days) > 0 AND days <@ ARRAY['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']),
    opens time NOT NULL,
    closes time NOT NULL,
    slot_minutes integer NOT NULL CHECK (slot_minutes BETWEEN 5 AND 240),
    valid_from date NOT NULL,
    valid_to date,
    absent_from timestamptz[] NOT NULL DEFAULT '{}',
    absent_until timestamptz[] NOT NULL DEFAULT '{}',
    demo boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1,
    CHECK ((subject IS NULL) <> (counter IS NULL)),
    CHECK (opens < closes),
    CHECK (valid_to >= valid_from),
    CHECK (cardinality(absent_from) = cardinality(absent_until))
);
CREATE INDEX appointment_calendar_by_centre ON appointment_calendar (centre, calendar_id);
COMMENT ON COLUMN appointment_calendar.opens IS 'local time of the centre, as closes';

-- A time that a person has at the office. Who holds it, and whom it is for, can have one at a time: the last word on two
-- bookings that meet. Text has no ranges, so its digest stands for it (ADR 0071).
CREATE TABLE appointment (
    appointment_id uuid PRIMARY KEY,
    centre text NOT NULL,
    booked_centre text NOT NULL,
    local_day date NOT NULL,
    code text NOT NULL,
    person_ref text,
    case_id uuid REFERENCES case_file (case_id),
    referral_id uuid,
    calendar_id uuid NOT NULL REFERENCES appointment_calendar (calendar_id),
    holder text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    state text NOT NULL CHECK (state IN ('proposed', 'booked', 'confirmed', 'attended', 'no-show', 'cancelled', 'moved')),
    reason text CHECK (reason IN ('person-asked', 'person-ill', 'office-closed', 'staff-absent', 'not-needed', 'mistake', 'person-left')),
    channel text NOT NULL CHECK (channel IN ('in-person', 'telephone', 'video')),
    language text,
    interpreter boolean NOT NULL DEFAULT false,
    interpreter_booking_id uuid,
    moved_from uuid REFERENCES appointment (appointment_id),
    moved_to uuid,
    checked_in_at timestamptz,
    booked_by text NOT NULL,
    booked_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CHECK (starts_at < ends_at),
    CHECK ((state = 'cancelled') = (reason IS NOT NULL)),
    CHECK ((state = 'moved') = (moved_to IS NOT NULL)),
    CONSTRAINT appointment_code_once UNIQUE (centre, local_day, code),
    CONSTRAINT appointment_holder_once EXCLUDE USING gist (
        int8range(hashtextextended(holder, 0) >> 1, hashtextextended(holder, 0) >> 1, '[]') WITH &&,
        tstzrange(starts_at, ends_at) WITH &&)
        WHERE (state IN ('proposed', 'booked', 'confirmed', 'attended')),
    CONSTRAINT appointment_person_once EXCLUDE USING gist (
        int8range(hashtextextended(person_ref, 0) >> 1, hashtextextended(person_ref, 0) >> 1, '[]') WITH &&,
        tstzrange(starts_at, ends_at) WITH &&)
        WHERE (person_ref IS NOT NULL AND state IN ('proposed', 'booked', 'confirmed', 'attended'))
);
CREATE INDEX appointment_by_centre ON appointment (centre, starts_at, appointment_id);
CREATE INDEX appointment_by_booker ON appointment (booked_centre, starts_at, appointment_id);
CREATE INDEX appointment_by_holder ON appointment (holder, starts_at);
CREATE INDEX appointment_by_person ON appointment (person_ref, starts_at) WHERE person_ref IS NOT NULL;
CREATE INDEX appointment_by_case ON appointment (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX appointment_by_referral ON appointment (referral_id) WHERE referral_id IS NOT NULL;
CREATE INDEX appointment_to_forget ON appointment (ends_at) WHERE person_ref IS NOT NULL;
COMMENT ON COLUMN appointment.person_ref IS 'the person as this office knows them; null after a purge';
COMMENT ON COLUMN appointment.holder IS 'staff: and the subject, or counter: with the centre and its name';
COMMENT ON COLUMN appointment.booked_centre IS 'the centre at which it was made; it sees it too';

CREATE FUNCTION appointment_without_erased_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF messaging.is_erased(NEW.person_ref) THEN
        NEW.person_ref := NULL;
        NEW.language := NULL;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER appointment_leaves_out_erased BEFORE INSERT ON appointment
    FOR EACH ROW WHEN (NEW.person_ref IS NOT NULL) EXECUTE FUNCTION appointment_without_erased_person();

-- A reminder is a deadline too.
ALTER TABLE due DROP CONSTRAINT due_kind_check;
ALTER TABLE due ADD CONSTRAINT due_kind_check
    CHECK (kind IN ('remind-50', 'remind-100', 'remind-150', 'time-out-200', 'offer-expiry', 'disclosure-withdrawn', 'appointment-reminder'));
COMMENT ON COLUMN due.referral_id IS 'the referral; of an appointment-reminder the appointment';
