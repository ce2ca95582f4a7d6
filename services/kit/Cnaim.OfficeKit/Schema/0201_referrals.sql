-- Two aggregates per referral (domain.md section 4): the request at the sender, the fulfilment at the receiver.
CREATE TABLE referral_sent (
    referral_id uuid PRIMARY KEY,
    centre text NOT NULL,
    person_ref text NOT NULL,
    receiver_office text,
    receiver_centre text,
    open_area text,
    request text NOT NULL,
    issues text[] NOT NULL,
    priority text NOT NULL CHECK (priority IN ('routine', 'urgent', 'emergency')),
    categories text[] NOT NULL,
    language text,
    disclosure_id uuid UNIQUE,
    status text NOT NULL CHECK (status IN ('draft', 'requested', 'accepted', 'rejected', 'in-progress', 'on-hold', 'cancelled', 'completed', 'failed', 'entered-in-error')),
    last_verb text NOT NULL,
    status_reason text,
    outcome text,
    results text[] NOT NULL DEFAULT '{}',
    held_back text,
    cancellation_requested boolean NOT NULL DEFAULT false,
    timed_out boolean NOT NULL DEFAULT false,
    escalation smallint NOT NULL DEFAULT 0,
    based_on uuid,
    part_of uuid,
    requested_at timestamptz,
    acknowledge_by timestamptz,
    resolve_by timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CHECK (status IN ('draft', 'cancelled', 'entered-in-error') OR (receiver_office IS NOT NULL AND receiver_centre IS NOT NULL AND disclosure_id IS NOT NULL)),
    CHECK (status NOT IN ('rejected', 'cancelled', 'on-hold', 'failed') OR status_reason IS NOT NULL)
);
CREATE INDEX referral_sent_by_centre ON referral_sent (centre, referral_id DESC);
COMMENT ON COLUMN referral_sent.held_back IS 'why a draft has not gone out: screening-silent, consent-missing, no-candidate, offered';

CREATE TABLE referral_received (
    referral_id uuid PRIMARY KEY,
    centre text NOT NULL,
    case_id uuid NOT NULL,
    person_ref text,
    sender_office text NOT NULL,
    sender_centre text NOT NULL,
    request text NOT NULL,
    issues text[] NOT NULL,
    priority text NOT NULL CHECK (priority IN ('routine', 'urgent', 'emergency')),
    categories text[] NOT NULL,
    language text,
    disclosure_id uuid NOT NULL UNIQUE,
    status text NOT NULL CHECK (status IN ('requested', 'accepted', 'rejected', 'in-progress', 'on-hold', 'cancelled', 'completed', 'failed', 'entered-in-error')),
    last_verb text NOT NULL,
    status_reason text,
    outcome text,
    results text[] NOT NULL DEFAULT '{}',
    escalation smallint NOT NULL DEFAULT 0,
    based_on uuid,
    part_of uuid,
    withdrawn_at timestamptz,
    requested_at timestamptz NOT NULL,
    acknowledge_by timestamptz NOT NULL,
    resolve_by timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CHECK (status NOT IN ('rejected', 'cancelled', 'on-hold', 'failed') OR status_reason IS NOT NULL)
);
CREATE INDEX referral_received_by_centre ON referral_received (centre, referral_id DESC);
COMMENT ON COLUMN referral_received.person_ref IS 'the person as this office knows them; null after a purge';

-- What happened to a referral on this side, oldest first by entry_id; never changed, notes are blanked by a purge.
CREATE TABLE referral_timeline (
    entry_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    referral_id uuid NOT NULL,
    side text NOT NULL CHECK (side IN ('sender', 'receiver')),
    at timestamptz NOT NULL,
    what text NOT NULL,
    status text NOT NULL,
    set_by text NOT NULL,
    status_reason text,
    outcome text,
    results text[] NOT NULL DEFAULT '{}',
    note text
);
CREATE INDEX referral_timeline_by_referral ON referral_timeline (referral_id, side, entry_id);

-- Open referrals: whom the sender asked, and what a candidate was asked.
CREATE TABLE referral_offer_sent (
    referral_id uuid NOT NULL REFERENCES referral_sent (referral_id),
    office text NOT NULL,
    centre text NOT NULL,
    state text NOT NULL CHECK (state IN ('offered', 'claimed', 'chosen', 'denied', 'withdrawn')),
    claimed_at timestamptz,
    PRIMARY KEY (referral_id, office, centre)
);
CREATE UNIQUE INDEX referral_offer_sent_one_chosen ON referral_offer_sent (referral_id) WHERE state = 'chosen';

CREATE TABLE referral_offer_received (
    referral_id uuid NOT NULL,
    centre text NOT NULL,
    sender_office text NOT NULL,
    sender_centre text NOT NULL,
    request text NOT NULL,
    area text NOT NULL,
    priority text NOT NULL,
    language text,
    state text NOT NULL CHECK (state IN ('offered', 'claimed', 'taken', 'withdrawn')),
    reason text,
    offered_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (referral_id, centre)
);
CREATE INDEX referral_offer_received_by_centre ON referral_offer_received (centre, referral_id DESC);
