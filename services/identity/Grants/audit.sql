-- The service adds entries and changes none.
REVOKE ALL ON audit_entry FROM {service};
GRANT SELECT, INSERT ON audit_entry TO {service};
