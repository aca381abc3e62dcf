-- Datasets, their logs of transactions, and checkpoints that shorten reading a log.

CREATE TABLE dataset (
    tenant_id              TEXT   NOT NULL,
    dataset_id             TEXT   NOT NULL,
    name                   TEXT   NOT NULL,
    type                   TEXT   NOT NULL,
    definition             TEXT   NOT NULL,
    created_at             BIGINT NOT NULL,
    created_by             TEXT   NOT NULL,
    modified_at            BIGINT NOT NULL,
    modified_by            TEXT   NOT NULL,
    definition_transaction TEXT   NOT NULL,
    items_modified_at      BIGINT NOT NULL,
    items_transaction      TEXT   NOT NULL,
    head                   BIGINT NOT NULL,
    head_transaction       TEXT   NOT NULL,
    deleted_at             BIGINT,
    PRIMARY KEY (tenant_id, dataset_id)
);

-- Append-only. A payload of up to 64 KiB stands in its row, a larger one in log_part under payload_id.
CREATE TABLE dataset_log (
    tenant_id          TEXT    NOT NULL,
    dataset_id         TEXT    NOT NULL,
    sequence           BIGINT  NOT NULL,
    transaction_id     TEXT    NOT NULL,
    at                 BIGINT  NOT NULL,
    made_by            TEXT    NOT NULL,
    channel            TEXT    NOT NULL,
    job_id             TEXT,
    created_items      BIGINT  NOT NULL,
    updated_items      BIGINT  NOT NULL,
    deleted_items      BIGINT  NOT NULL,
    changed_cells      BIGINT  NOT NULL,
    changes_definition INTEGER NOT NULL,
    format             INTEGER NOT NULL,
    size               BIGINT  NOT NULL,
    checksum           BIGINT  NOT NULL,
    payload            BLOB,
    payload_id         TEXT,
    PRIMARY KEY (tenant_id, dataset_id, sequence)
);

-- A job commits at most once.
CREATE UNIQUE INDEX dataset_log_of_job ON dataset_log (tenant_id, job_id);

CREATE TABLE dataset_checkpoint (
    tenant_id  TEXT    NOT NULL,
    dataset_id TEXT    NOT NULL,
    sequence   BIGINT  NOT NULL,
    written_at BIGINT  NOT NULL,
    format     INTEGER NOT NULL,
    size       BIGINT  NOT NULL,
    checksum   BIGINT  NOT NULL,
    payload    BLOB,
    payload_id TEXT,
    PRIMARY KEY (tenant_id, dataset_id, sequence)
);

CREATE TABLE log_part (
    tenant_id  TEXT    NOT NULL,
    payload_id TEXT    NOT NULL,
    part       INTEGER NOT NULL,
    checksum   BIGINT  NOT NULL,
    bytes      BLOB    NOT NULL,
    PRIMARY KEY (tenant_id, payload_id, part)
);

-- Payloads whose parts nothing refers to: being written, left by a crash, or waiting to be deleted.
CREATE TABLE log_loose_payload (
    tenant_id  TEXT   NOT NULL,
    payload_id TEXT   NOT NULL,
    touched_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, payload_id)
);
