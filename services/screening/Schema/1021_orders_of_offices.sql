-- Each office knows its order by an id of its own: one id for all would tell two offices that they knew the same person.
ALTER TABLE erasure_at_office ADD COLUMN order_id uuid;
UPDATE erasure_at_office SET order_id = erasure_id;
ALTER TABLE erasure_at_office
    ALTER COLUMN order_id SET NOT NULL,
    ALTER COLUMN order_id SET DEFAULT gen_random_uuid(),
    ADD UNIQUE (office, order_id);
