-- Erasure (ADR 0045). What was asked to be forgotten stays known by digests alone: a reference has 130 random bits, so nobody can guess one from its digest.
CREATE TABLE messaging.erased_reference (
  digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
  order_id uuid NOT NULL,
  erased_at timestamptz NOT NULL,
  kept_at timestamptz);
CREATE INDEX erased_reference_not_kept ON messaging.erased_reference (order_id) WHERE kept_at IS NULL;
COMMENT ON COLUMN messaging.erased_reference.kept_at IS 'since when another service keeps it too, for the time after a restore';

CREATE FUNCTION messaging.erased_digest(reference text) RETURNS bytea
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT sha256(convert_to('cnaim-erased-1' || E'\n' || reference, 'UTF8')) $$;

CREATE FUNCTION messaging.is_erased(reference text) RETURNS boolean
LANGUAGE sql STABLE STRICT AS $$ SELECT EXISTS (SELECT 1 FROM messaging.erased_reference AS e WHERE e.digest = messaging.erased_digest(reference)) $$;

-- A person's reference as the id of a record enters the chain as a digest too, so that it can go; seals from before have it in clear.
ALTER TABLE audit_seal ADD COLUMN record_digest bytea CHECK (octet_length(record_digest) = 32);
CREATE INDEX audit_entry_person ON audit_entry ((detail ->> 'person')) WHERE detail ? 'person';
CREATE INDEX audit_entry_erased ON audit_entry (entry_id) WHERE action = 'audit.erased';

-- Whoever may update at all, the owner, may still only take away: the detail, a person's reference, the salt.
CREATE FUNCTION audit_entry_only_erases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.action = 'audit.erased'
    OR NEW.detail IS NOT NULL
    OR (NEW.record_id <> OLD.record_id AND (OLD.record_kind <> 'person' OR NEW.record_id <> 'erased'))
    OR to_jsonb(NEW) - ARRAY['detail', 'record_id'] <> to_jsonb(OLD) - ARRAY['detail', 'record_id'] THEN
    RAISE EXCEPTION 'audit entries are never changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION audit_seal_only_erases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.salt IS NOT NULL OR to_jsonb(NEW) - 'salt' <> to_jsonb(OLD) - 'salt' THEN
    RAISE EXCEPTION 'audit seals are never changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER audit_entry_append_only ON audit_entry;
DROP TRIGGER audit_seal_append_only ON audit_seal;
CREATE TRIGGER audit_entry_append_only BEFORE DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_is_append_only();
CREATE TRIGGER audit_seal_append_only BEFORE DELETE ON audit_seal FOR EACH ROW EXECUTE FUNCTION audit_entry_is_append_only();
CREATE TRIGGER audit_entry_only_erases BEFORE UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_only_erases();
CREATE TRIGGER audit_seal_only_erases BEFORE UPDATE ON audit_seal FOR EACH ROW EXECUTE FUNCTION audit_seal_only_erases();

-- The service's role changes no entry. What it must erase, the owner does for it, and never without an entry that names what was erased.
CREATE FUNCTION messaging.erase_audit(service text, erasure uuid, person_refs text[], record_kinds text[], record_ids text[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  named bigint[];
BEGIN
  PERFORM pg_advisory_xact_lock(7742, 1); -- the sealer's own: nothing is sealed while it is changed
  SELECT array_agg(DISTINCT a.entry_id ORDER BY a.entry_id) INTO named
  FROM (
    SELECT entry_id FROM audit_entry WHERE record_kind = 'person' AND record_id = ANY (person_refs)
    UNION ALL
    SELECT entry_id FROM audit_entry WHERE detail ? 'person' AND detail ->> 'person' = ANY (person_refs)
    UNION ALL
    SELECT e.entry_id FROM unnest(record_kinds, record_ids) AS r (kind, id) JOIN audit_entry AS e ON e.record_kind = r.kind AND e.record_id = r.id) AS found
  JOIN audit_entry AS a ON a.entry_id = found.entry_id
  LEFT JOIN audit_seal AS s ON s.entry_id = a.entry_id
  WHERE a.action <> 'audit.erased'
    AND (a.detail IS NOT NULL OR (a.record_kind = 'person' AND (s.entry_id IS NULL OR s.record_digest IS NOT NULL)));
  IF named IS NULL THEN
    RETURN 0;
  END IF;

  UPDATE audit_entry AS a
  SET detail = NULL,
      record_id = CASE
        WHEN a.record_kind = 'person' AND NOT EXISTS (SELECT 1 FROM audit_seal AS s WHERE s.entry_id = a.entry_id AND s.record_digest IS NULL) THEN 'erased'
        ELSE a.record_id
      END
  WHERE a.entry_id = ANY (named);
  UPDATE audit_seal SET salt = NULL WHERE entry_id = ANY (named) AND salt IS NOT NULL;
  INSERT INTO audit_entry (subject, office, centre, role, action, record_kind, record_id, detail)
  VALUES (service, service, '', 'service', 'audit.erased', 'erasure', erasure::text, jsonb_build_object('entries', named));
  RETURN cardinality(named);
END $$;
REVOKE EXECUTE ON FUNCTION messaging.erase_audit(text, uuid, text[], text[], text[]) FROM PUBLIC;
