-- The directory adds what it keeps and changes none of it.
REVOKE ALL ON audit_head, audit_root FROM {service};
GRANT SELECT, INSERT ON audit_head, audit_root TO {service};
