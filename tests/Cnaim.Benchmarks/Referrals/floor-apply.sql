-- What a receiver writes for one referral: inbox, stream, referral, case, history, deadlines, audit.
WITH i AS (
    INSERT INTO messaging.inbox (event_day, message_id, consumer)
    VALUES (current_date, gen_random_uuid(), 'social-security')
    RETURNING message_id),
s AS (
    INSERT INTO messaging.stream_in (source, stream_id, audience, consumer, last_version)
    SELECT 'reception', message_id, 'social-security', 'social-security', 1 FROM i),
r AS (
    INSERT INTO referral_received (
        referral_id, centre, case_id, person_ref, sender_office, sender_centre, request, issues, priority, categories, disclosure_id, status, last_verb,
        requested_at, acknowledge_by, resolve_by, created_at, updated_at)
    SELECT
        message_id, 'cnaim-lisboa', gen_random_uuid(), 'aaaaaaaaaaaaaaaaaaaaaaaaaa', 'reception', 'cnaim-lisboa', 'social-security.niss', '{}', 'routine', '{identity,contact}',
        gen_random_uuid(), 'requested', 'requested', now(), now(), now(), now(), now()
    FROM i
    RETURNING referral_id, case_id),
c AS (
    INSERT INTO case_file (case_id, centre, person_ref, referral_id, request, state, opened_by, opened_at)
    SELECT case_id, 'cnaim-lisboa', 'aaaaaaaaaaaaaaaaaaaaaaaaaa', referral_id, 'social-security.niss', 'open', 'referral', now() FROM r),
t AS (
    INSERT INTO referral_timeline (referral_id, side, at, what, status, set_by)
    SELECT referral_id, 'receiver', now(), 'requested', 'requested', 'reception' FROM r),
d AS (
    INSERT INTO due (referral_id, kind, due_at)
    SELECT referral_id, kind, now() + interval '2 days' FROM r, unnest('{remind-50,remind-100}'::text[]) AS kind)
INSERT INTO audit_entry (message_id, subject, office, centre, role, action, record_kind, record_id)
SELECT message_id, 'reception', 'reception', '', 'service', 'referral.received', 'referral', message_id::text FROM i;
