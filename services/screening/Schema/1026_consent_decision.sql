-- What the person said, and through whom it was explained. A no is kept as one: it permits nothing and no recipient learns of it.
ALTER TABLE consent
    ADD COLUMN decision text NOT NULL DEFAULT 'permit' CHECK (decision IN ('permit', 'deny')),
    ADD COLUMN interpreter text CHECK (length(interpreter) BETWEEN 1 AND 40),
    ADD CHECK (decision = 'permit' OR status IN ('inactive', 'entered-in-error'));
