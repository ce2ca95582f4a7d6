-- In the sandbox an agent who answers when it is too late can be asked by name (ADR 0114); elsewhere nobody is, and the column stays empty.
ALTER TABLE referral_sent ADD COLUMN receiver_agent text CHECK (receiver_agent = 'slow');
COMMENT ON COLUMN referral_sent.receiver_agent IS 'the sandbox''s agent; never a person';

ALTER TABLE due DROP CONSTRAINT due_kind_check;
ALTER TABLE due ADD CONSTRAINT due_kind_check
    CHECK (kind IN ('remind-50', 'remind-100', 'remind-150', 'time-out-200', 'offer-expiry', 'disclosure-withdrawn', 'appointment-reminder', 'slow-accept', 'slow-complete'));
