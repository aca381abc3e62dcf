-- Webhooks: whom a tenant wants told of what happens, and what is to be told or was.

CREATE TABLE webhook (
    tenant_id    TEXT   NOT NULL,
    webhook_id   TEXT   NOT NULL,
    url          TEXT   NOT NULL,
    status       TEXT   NOT NULL,       -- active, inactive (by a user), suspended (by the server)
    secret       BLOB   NOT NULL,       -- sealed with a key of the data folder
    created_at   BIGINT NOT NULL,
    created_by   TEXT   NOT NULL,
    modified_at  BIGINT NOT NULL,
    delivered_at BIGINT,                -- the last time something arrived
    busy_until   BIGINT NOT NULL,       -- a sender is at it until then
    PRIMARY KEY (tenant_id, webhook_id)
);

CREATE TABLE webhook_event (
    tenant_id  TEXT NOT NULL,
    event_type TEXT NOT NULL,
    webhook_id TEXT NOT NULL,
    PRIMARY KEY (tenant_id, event_type, webhook_id)
);

-- The outbox: rows come in the transaction of what they tell.
CREATE TABLE webhook_delivery (
    tenant_id   TEXT   NOT NULL,
    webhook_id  TEXT   NOT NULL,
    event_id    TEXT   NOT NULL,
    event_type  TEXT   NOT NULL,
    payload     TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    status      TEXT   NOT NULL,        -- pending, delivered, failed, dropped
    tries       BIGINT NOT NULL,
    tried_at    BIGINT,
    due_at      BIGINT NOT NULL,
    answer      BIGINT,                 -- the HTTP status that came back
    trouble     TEXT,                   -- why none came back
    PRIMARY KEY (tenant_id, webhook_id, event_id)
);

CREATE INDEX webhook_delivery_due ON webhook_delivery (tenant_id, webhook_id, due_at) WHERE status = 'pending';
CREATE INDEX webhook_delivery_by_time ON webhook_delivery (tenant_id, webhook_id, created_at);
