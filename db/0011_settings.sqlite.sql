-- What the settings pages show and change: tokens by name and use, tenants' masters and refusals, jobs that are cancelled,
-- datasets that are archived or deleted, and who did what.

ALTER TABLE token ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE token ADD COLUMN email_key TEXT NOT NULL DEFAULT '';
ALTER TABLE token ADD COLUMN last_ip TEXT;
ALTER TABLE token ADD COLUMN last_route TEXT;
ALTER TABLE token ADD COLUMN rolled_to TEXT;
UPDATE token SET email_key = lower(email);
CREATE INDEX token_of_person ON token (email_key);

-- The last calls of each token. Like tokens they belong to no tenant.
CREATE TABLE token_call (
    jti     TEXT    NOT NULL,
    at      BIGINT  NOT NULL,
    call_id TEXT    NOT NULL,
    address TEXT    NOT NULL,
    method  TEXT    NOT NULL,
    path    TEXT    NOT NULL,
    status  INTEGER NOT NULL,
    PRIMARY KEY (jti, at, call_id)
);

ALTER TABLE tenant ADD COLUMN master_tenant_id TEXT;
ALTER TABLE tenant_usage ADD COLUMN throttled BIGINT NOT NULL DEFAULT 0;
ALTER TABLE tenant_usage ADD COLUMN over_quota BIGINT NOT NULL DEFAULT 0;

ALTER TABLE job ADD COLUMN started_at BIGINT;
ALTER TABLE job ADD COLUMN cancelled_at BIGINT;

ALTER TABLE dataset ADD COLUMN archived_at BIGINT;
ALTER TABLE dataset ADD COLUMN deleted_by TEXT;
CREATE INDEX dataset_deleted ON dataset (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE audit (
    tenant_id  TEXT   NOT NULL,
    at         BIGINT NOT NULL,
    audit_id   TEXT   NOT NULL,
    kind       TEXT   NOT NULL,
    person     TEXT   NOT NULL,
    person_key TEXT   NOT NULL,
    address    TEXT,
    channel    TEXT   NOT NULL,
    target     TEXT,
    dataset_id TEXT,
    counts     TEXT,
    PRIMARY KEY (tenant_id, at, audit_id)
);
