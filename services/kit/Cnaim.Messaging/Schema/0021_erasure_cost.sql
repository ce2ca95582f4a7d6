-- Asked for every row that names a person. A function in SQL is planned anew in each statement that calls it, which cost more than the row's own insert; this one keeps its plan.
-- The digest stands here in full, because a call of messaging.erased_digest would be planned anew as well.
CREATE OR REPLACE FUNCTION messaging.is_erased(reference text) RETURNS boolean
LANGUAGE plpgsql STABLE STRICT AS $$
BEGIN
  RETURN EXISTS (SELECT FROM messaging.erased_reference AS e WHERE e.digest = sha256(convert_to('cnaim-erased-1' || E'\n' || reference, 'UTF8')));
END $$;
