-- Whoever cannot tell whether two records are one person leaves it to somebody else; that waits like a proposal.
ALTER TABLE person_duplicate
    DROP CONSTRAINT person_duplicate_status_check,
    DROP CONSTRAINT person_duplicate_check1,
    ADD CONSTRAINT person_duplicate_status_check CHECK (status IN ('proposed', 'unsure', 'marked-duplicate', 'marked-distinct')),
    ADD CONSTRAINT person_duplicate_decided CHECK ((status IN ('proposed', 'unsure')) = (decided_by IS NULL));
CREATE INDEX person_duplicate_waiting ON person_duplicate (office, person_duplicate_id) WHERE status IN ('proposed', 'unsure');
