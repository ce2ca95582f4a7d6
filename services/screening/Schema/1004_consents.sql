CREATE TABLE consent (
    consent_id      uuid PRIMARY KEY,
    person_id       uuid NOT NULL REFERENCES person,
    recipients      text[] NOT NULL,
    purposes        text[] NOT NULL,
    categories      text[] NOT NULL,
    given_by        text NOT NULL,
    valid_from      timestamptz NOT NULL,
    valid_to        timestamptz NOT NULL,
    language        text NOT NULL,
    evidence        text NOT NULL,
    text_version    text NOT NULL,
    status          text NOT NULL CHECK (status IN ('draft', 'active', 'inactive', 'entered-in-error')),
    office          text NOT NULL,
    centre          text NOT NULL,
    granted_at      timestamptz NOT NULL,
    withdrawn_at    timestamptz,
    UNIQUE (consent_id, person_id)
);
CREATE INDEX consent_person ON consent (person_id);

-- A permit: what one receiver may fetch about one person for one referral.
CREATE TABLE disclosure (
    disclosure_id      uuid PRIMARY KEY,
    person_id          uuid NOT NULL,
    consent_id         uuid NOT NULL,
    sender_office      text NOT NULL,
    sender_centre      text NOT NULL,
    receiver_office    text NOT NULL,
    receiver_centre    text NOT NULL,
    receiver_ref       text NOT NULL,
    purpose            text NOT NULL,
    categories         text[] NOT NULL,
    referral_id        uuid,
    request            text NOT NULL,
    issues             text[] NOT NULL,
    permitted_at       timestamptz NOT NULL,
    expires_at         timestamptz NOT NULL,
    fetched_at         timestamptz,
    withdrawn_at       timestamptz,
    purge_result       text CHECK (purge_result IN ('purged', 'frozen')),
    purge_legal_basis  text,
    purge_confirmed_at timestamptz,
    -- The consent's own person: one lookup and one row lock where two references would cost two of each.
    FOREIGN KEY (consent_id, person_id) REFERENCES consent (consent_id, person_id)
);
CREATE INDEX disclosure_consent ON disclosure (consent_id) WHERE withdrawn_at IS NULL;
CREATE INDEX disclosure_person ON disclosure (person_id);
-- Asking again for the same referral renews the same permit.
CREATE UNIQUE INDEX disclosure_referral ON disclosure (sender_office, referral_id, receiver_office, receiver_centre)
    WHERE referral_id IS NOT NULL AND withdrawn_at IS NULL;

-- How far the referral behind a disclosure is, as its events tell.
CREATE TABLE process_referral (
    disclosure_id uuid PRIMARY KEY,
    referral_id   uuid NOT NULL,
    sender        text NOT NULL,
    receiver      text NOT NULL,
    request       text,
    status        text NOT NULL,
    status_reason text,
    outcome       text,
    updated_at    timestamptz NOT NULL
);
