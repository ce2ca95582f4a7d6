-- What a daily run looks for.
CREATE INDEX person_to_forget ON person (updated_at);
