-- What a daily run looks for: records that ended and still name a person.
CREATE INDEX case_file_to_forget ON case_file (closed_at) WHERE closed_at IS NOT NULL AND person_ref IS NOT NULL;
CREATE INDEX referral_sent_to_forget ON referral_sent (updated_at)
    WHERE status IN ('rejected', 'cancelled', 'completed', 'failed', 'entered-in-error') AND person_ref <> '';
