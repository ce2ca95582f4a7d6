-- A partner is told of a challenge that nobody echoed, and of what waited longer than events are kept.
ALTER TABLE partner_notice
    DROP CONSTRAINT partner_notice_kind_check,
    ADD CONSTRAINT partner_notice_kind_check CHECK (kind IN ('endpoint-error', 'endpoint-disabled', 'endpoint-unverified', 'deliveries-dropped'));

ALTER TABLE attempt ADD COLUMN request_headers text;

COMMENT ON COLUMN attempt.request_headers IS 'id, time and signature as they were sent: what a receiver that does not verify is compared with';
COMMENT ON COLUMN endpoint.last_success_at IS 'empty until it echoed a challenge; with it, events are owed also while a changed address has not echoed yet';

-- Where the other party of a referral is: a party's agreement follows its own place, whoever tells the event.
ALTER TABLE event_log ADD COLUMN other_municipality text NOT NULL DEFAULT '';
