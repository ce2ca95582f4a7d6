-- A notice is added and ended: its words never change, and none is deleted.
REVOKE ALL ON notice FROM {service};
GRANT SELECT, INSERT, UPDATE (shown_until, version, ended_by, ended_at) ON notice TO {service};
