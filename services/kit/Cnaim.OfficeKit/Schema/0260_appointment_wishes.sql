-- Who waits for a time of this office at a centre, in the order of asking. Whoever got one or left has no row; the audit trail tells that they waited.
CREATE TABLE appointment_wish (
    wish_id uuid PRIMARY KEY,
    centre text NOT NULL,
    asked_centre text NOT NULL,
    person_ref text NOT NULL,
    case_id uuid REFERENCES case_file (case_id),
    referral_id uuid,
    channel text NOT NULL CHECK (channel IN ('in-person', 'telephone', 'video')),
    language text,
    interpreter boolean NOT NULL DEFAULT false,
    asked_at timestamptz NOT NULL,
    CONSTRAINT appointment_wish_once UNIQUE (centre, person_ref)
);
CREATE INDEX appointment_wish_in_order ON appointment_wish (centre, asked_at, wish_id);
COMMENT ON COLUMN appointment_wish.asked_centre IS 'the centre at which the person was put on the list; it sees it too';

CREATE FUNCTION appointment_wish_without_erased_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF messaging.is_erased(NEW.person_ref) THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER appointment_wish_leaves_out_erased BEFORE INSERT ON appointment_wish
    FOR EACH ROW EXECUTE FUNCTION appointment_wish_without_erased_person();
