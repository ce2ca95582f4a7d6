-- The service's role owns no table. What it must do to the inbox's partitions, the owner does for it, and nothing more: days around today, and only what is too old.
CREATE FUNCTION messaging.create_inbox_partition(day date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  today date := (clock_timestamp() AT TIME ZONE 'UTC')::date;
  name text := 'inbox_' || to_char(day, 'YYYYMMDD');
BEGIN
  IF day NOT BETWEEN today - 60 AND today + 60 THEN
    RAISE EXCEPTION 'no inbox partition is made for %', day USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF to_regclass('messaging.' || name) IS NULL THEN
    EXECUTE format('CREATE TABLE IF NOT EXISTS messaging.%I PARTITION OF messaging.inbox FOR VALUES FROM (%L) TO (%L)', name, day, day + 1);
  END IF;
END $$;

CREATE FUNCTION messaging.drop_inbox_partitions(before date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  last_day date := LEAST(before, (clock_timestamp() AT TIME ZONE 'UTC')::date - 30);
  old record;
BEGIN
  FOR old IN
    SELECT c.relname
    FROM pg_inherits AS i
    JOIN pg_class AS c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'messaging.inbox'::regclass AND c.relname < 'inbox_' || to_char(last_day, 'YYYYMMDD')
  LOOP
    EXECUTE format('DROP TABLE messaging.%I', old.relname);
  END LOOP;
END $$;

REVOKE EXECUTE ON FUNCTION messaging.create_inbox_partition(date), messaging.drop_inbox_partitions(date) FROM PUBLIC;
