-- A partner's own queue at the broker, for which it may ask for tokens (ADR 0103).
ALTER TABLE client ADD COLUMN broker_queue text;

COMMENT ON COLUMN client.broker_queue IS 'virtual host and name, as in the scope rabbitmq.read:<vhost>/<queue>; written by subscriptions alone';
