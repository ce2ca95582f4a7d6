-- A case: what an office does for a person, opened by a referral or at the counter. Offices read it through case_summary only.
CREATE TABLE case_file (
    case_id uuid PRIMARY KEY,
    centre text NOT NULL,
    person_ref text,
    referral_id uuid UNIQUE,
    request text NOT NULL,
    state text NOT NULL CHECK (state IN ('open', 'waiting-person', 'waiting-third-party', 'closed')),
    close_reason text,
    keep_basis text,
    opened_by text NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CHECK ((state = 'closed') = (close_reason IS NOT NULL AND closed_at IS NOT NULL))
);
CREATE INDEX case_file_by_centre ON case_file (centre, case_id DESC);
COMMENT ON COLUMN case_file.person_ref IS 'the person as this office knows them; null after a purge';
COMMENT ON COLUMN case_file.keep_basis IS 'legal basis on which withdrawn data is frozen instead of purged';

CREATE VIEW case_summary AS
SELECT
    case_id,
    centre,
    person_ref,
    referral_id,
    request,
    state,
    state <> 'closed' AS is_open,
    opened_at,
    closed_at
FROM case_file;
