-- A dossier that is saved again may still name a relative who has been erased.
CREATE FUNCTION leave_out_erased_relative() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF messaging.is_erased(NEW.person_ref) THEN
        NEW.person_ref := NULL;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER family_relative_leaves_out_erased BEFORE INSERT ON family_relative
    FOR EACH ROW WHEN (NEW.person_ref IS NOT NULL) EXECUTE FUNCTION leave_out_erased_relative();
