-- A capacity is written and written anew, never deleted: the sum of versions tells readers that something is new.
REVOKE ALL ON office_capacity FROM {service};
GRANT SELECT, INSERT, UPDATE (capacity, version, written_by, written_at) ON office_capacity TO {service};
