-- What a sender writes for one referral: referral, history, deadlines, audit, the command and the thin event with their outbox rows, the answer. No colon in a text: pgbench would take it for a variable.
WITH r AS (
    INSERT INTO referral_sent (
        referral_id, centre, person_ref, receiver_office, receiver_centre, request, issues, priority, categories, disclosure_id, status, last_verb,
        requested_at, acknowledge_by, resolve_by, created_at, updated_at)
    VALUES (
        gen_random_uuid(), 'cnaim-lisboa', 'aaaaaaaaaaaaaaaaaaaaaaaaaa', 'social-security', 'cnaim-lisboa', 'social-security.niss', '{}', 'routine', '{identity,contact}',
        gen_random_uuid(), 'requested', 'requested', now(), now(), now(), now(), now())
    RETURNING referral_id),
t AS (
    INSERT INTO referral_timeline (referral_id, side, at, what, status, set_by)
    SELECT referral_id, 'sender', now(), 'requested', 'requested', 'demo-mediator-reception@cnaim-lisboa' FROM r),
d AS (
    INSERT INTO due (referral_id, kind, due_at)
    SELECT referral_id, kind, now() + interval '2 days' FROM r, unnest('{remind-150,time-out-200}'::text[]) AS kind),
m AS (
    SELECT gen_random_uuid() AS message_id, referral_id, audience FROM r, unnest('{social-security,all}'::text[]) AS audience),
s AS (
    INSERT INTO messaging.stream_out AS s (stream_id, audience, last_version)
    SELECT referral_id, audience, 1 FROM m
    ON CONFLICT (stream_id, audience) DO UPDATE SET last_version = s.last_version + 1),
a AS (
    INSERT INTO audit_entry (message_id, subject, office, centre, role, action, record_kind, record_id, purpose)
    SELECT message_id, 'demo-mediator-reception@cnaim-lisboa', 'reception', 'cnaim-lisboa', 'mediator', 'referral.requested', 'referral', referral_id::text, 'resolve-issue' FROM m),
i AS (
    INSERT INTO messaging.idempotency (client, key, request_hash, status, location, content_type, body)
    SELECT 'demo-mediator-reception@cnaim-lisboa', referral_id::text, sha256('x'), 201, '/v1/referrals/' || referral_id, 'application/json', decode(repeat('ab', 800), 'hex') FROM r),
e AS (
    INSERT INTO messaging.sent_event (message_id, stream_id, audience, version, event_type, schema_major, body)
    SELECT message_id, referral_id, audience, 1, 'pt.cnaim.command.request-referral.v1', 1, decode(repeat('ab', 900), 'hex') FROM m
    RETURNING message_id, stream_id, audience)
INSERT INTO messaging.outbox (message_id, stream_id, audience)
SELECT message_id, stream_id, audience FROM e;
