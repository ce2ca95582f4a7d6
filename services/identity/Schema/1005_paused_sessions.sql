-- Somebody left the desk for a moment: nothing is answered until the password is given again.
ALTER TABLE session ADD COLUMN paused_at timestamptz;
