-- The directory adds what it keeps and changes none of it.
REVOKE ALL ON kept_erasure FROM {service};
GRANT SELECT, INSERT ON kept_erasure TO {service};
