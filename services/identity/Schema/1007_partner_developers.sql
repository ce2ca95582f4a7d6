-- A partner's developer works for one client and for nothing else (ADR 0110).
ALTER TABLE assignment
    ADD COLUMN client_id text,
    ADD CONSTRAINT assignment_of_client CHECK ((role = 'partner-developer') = (client_id IS NOT NULL));
CREATE UNIQUE INDEX assignment_one_client ON assignment (staff_id) WHERE client_id IS NOT NULL AND ended_at IS NULL;

ALTER TABLE staff_change ADD COLUMN client_id text;

COMMENT ON COLUMN assignment.client_id IS 'The only client that a partner''s developer sees.';
