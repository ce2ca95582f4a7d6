-- How far the request for a health user number is. No residence status here, and not the number itself: whoever may see it fetches it from the register.
CREATE TABLE health_user_number (
    case_id uuid PRIMARY KEY,
    requested_at timestamptz NOT NULL,
    issued_at timestamptz
);
