-- Nobody approves the rules that he loaded himself, whatever the service says. The shipped rules are the service's own; what earlier versions let through stays.
ALTER TABLE rules_version ADD CONSTRAINT rules_version_second_person
    CHECK (approved_by IS NULL OR approved_by <> loaded_by OR loaded_by = 'screening') NOT VALID;
