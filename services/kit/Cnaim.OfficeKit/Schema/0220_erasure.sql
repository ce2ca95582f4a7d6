-- A message may still be on its way when a person is erased: what names them by an erased reference is not stored any more (ADR 0046).
CREATE FUNCTION leave_out_erased_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT messaging.is_erased(NEW.person_ref) THEN
        RETURN NEW;
    END IF;
    IF TG_TABLE_NAME = 'referral_sent' THEN
        NEW.person_ref := '';
    ELSIF NEW.referral_id IS NOT NULL THEN
        RETURN NULL;
    ELSE
        NEW.person_ref := NULL;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER case_file_leaves_out_erased BEFORE INSERT ON case_file
    FOR EACH ROW WHEN (NEW.person_ref IS NOT NULL) EXECUTE FUNCTION leave_out_erased_person();
CREATE TRIGGER referral_received_leaves_out_erased BEFORE INSERT ON referral_received
    FOR EACH ROW WHEN (NEW.person_ref IS NOT NULL) EXECUTE FUNCTION leave_out_erased_person();
CREATE TRIGGER referral_sent_leaves_out_erased BEFORE INSERT ON referral_sent
    FOR EACH ROW EXECUTE FUNCTION leave_out_erased_person();
COMMENT ON COLUMN referral_sent.person_ref IS 'the person as this office knows them; empty after an erasure';
