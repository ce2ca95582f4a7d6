-- The service adds entries, the sealer adds seals; neither changes or removes any, and none of them owns a table.
REVOKE ALL ON audit_entry, audit_seal FROM {service}, {sealer};
GRANT SELECT, INSERT ON audit_entry TO {service};
GRANT SELECT ON audit_seal TO {service};
GRANT SELECT ON audit_entry, audit_seal TO {sealer};
GRANT INSERT ON audit_seal TO {sealer};
