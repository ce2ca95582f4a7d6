-- Who stands in for a minor, and the law where a disclosure rests on one instead of on the person's word.
ALTER TABLE consent
    ADD COLUMN guardian_relation text CHECK (guardian_relation IN ('parent', 'legal-guardian', 'foster-family', 'institution')),
    ADD COLUMN statutory_ground text,
    ADD COLUMN legal_basis text,
    ADD CHECK (guardian_relation IS NULL OR given_by = 'guardian'),
    ADD CHECK ((given_by = 'law') = (statutory_ground IS NOT NULL AND legal_basis IS NOT NULL));

-- What the data-protection officer looks at: receivers that were told and have not confirmed.
CREATE INDEX disclosure_unconfirmed ON disclosure (disclosure_id) WHERE withdrawn_at IS NOT NULL AND purge_confirmed_at IS NULL;
