GRANT EXECUTE ON FUNCTION create_event_partitions(date), drop_event_partitions(date) TO {service};
REVOKE INSERT, UPDATE, DELETE ON event_floor FROM {service};
REVOKE UPDATE, DELETE ON event_log FROM {service};
REVOKE UPDATE, DELETE ON attempt FROM {service};
