-- Who may see a case, or a referral that this office sent: where somebody is named, nobody else. An office that the
-- network names to nobody shows an unnamed one only to who may name somebody.
CREATE TABLE record_staff (
    record_id uuid NOT NULL,
    subject text NOT NULL,
    named_by text NOT NULL,
    named_at timestamptz NOT NULL,
    PRIMARY KEY (record_id, subject)
);
COMMENT ON COLUMN record_staff.record_id IS 'a case_id, for the case and its received referral; or the referral_id of a sent one';

-- The law named in place of a consent, kept while a draft waits for screening.
ALTER TABLE referral_sent ADD COLUMN statutory_ground text;
