-- When somebody, or the clock, last reminded the receiver's focal point; a worklist shows it.
ALTER TABLE referral_sent ADD COLUMN reminded_at timestamptz;
ALTER TABLE referral_received ADD COLUMN reminded_at timestamptz;
