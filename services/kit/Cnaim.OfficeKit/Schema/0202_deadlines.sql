-- Moments at which something happens by itself. The row's lock is taken by the one replica that fires it; fired rows stay as proof.
CREATE TABLE due (
    referral_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('remind-50', 'remind-100', 'remind-150', 'time-out-200', 'offer-expiry', 'disclosure-withdrawn')),
    due_at timestamptz NOT NULL,
    fired_at timestamptz,
    PRIMARY KEY (referral_id, kind)
);
CREATE INDEX due_pending ON due (due_at) WHERE fired_at IS NULL;

-- Drafts that wait for screening; next_try_at is on the database's clock, so that replicas agree.
CREATE TABLE draft_to_send (
    referral_id uuid PRIMARY KEY REFERENCES referral_sent (referral_id),
    next_try_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    tries integer NOT NULL DEFAULT 0
);
CREATE INDEX draft_to_send_next ON draft_to_send (next_try_at);

-- Disclosures that were withdrawn before their referral arrived: the two commands come from two senders, in any order.
CREATE TABLE disclosure_withdrawn (
    disclosure_id uuid PRIMARY KEY,
    withdrawn_at timestamptz NOT NULL
);
