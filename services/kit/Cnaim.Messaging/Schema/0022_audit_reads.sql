-- Looks of some days are found without reading the whole trail; entries are written in the order of time, so that a small index is enough.
CREATE INDEX audit_entry_at ON audit_entry USING brin (at);
