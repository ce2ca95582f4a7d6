-- What a daily run looks for.
CREATE INDEX interview_to_forget ON interview (updated_at);
CREATE INDEX notice_to_forget ON notice (given_at) WHERE given_at IS NOT NULL;
