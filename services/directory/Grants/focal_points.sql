-- A focal point is added and ended: who it is, where and from when never changes, and none is deleted.
REVOKE ALL ON focal_point FROM {service};
GRANT SELECT, INSERT, UPDATE (valid_to, version, ended_by, ended_at) ON focal_point TO {service};
