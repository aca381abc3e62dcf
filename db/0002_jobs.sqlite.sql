CREATE TABLE temporary_file (
    tenant_id        TEXT    NOT NULL,
    file_id          TEXT    NOT NULL,
    target_type      TEXT    NOT NULL,
    target_encoding  TEXT    NOT NULL,
    content_id       TEXT,
    content_type     TEXT    NOT NULL,
    gzip             INTEGER NOT NULL,
    size             BIGINT  NOT NULL,
    created_at       BIGINT  NOT NULL,
    urls_expire_at   BIGINT  NOT NULL,
    readable_until   BIGINT  NOT NULL,
    PRIMARY KEY (tenant_id, file_id)
);

CREATE INDEX temporary_file_by_end ON temporary_file (readable_until);

-- What a job that has not ended needs: files stay readable, contents stay. '' where there is none.
CREATE TABLE temporary_hold (
    tenant_id   TEXT NOT NULL,
    job_id      TEXT NOT NULL,
    file_id     TEXT NOT NULL,
    content_id  TEXT NOT NULL,
    PRIMARY KEY (tenant_id, job_id, file_id, content_id)
);

CREATE INDEX temporary_hold_by_file ON temporary_hold (tenant_id, file_id);

CREATE TABLE job (
    tenant_id            TEXT    NOT NULL,
    job_id               TEXT    NOT NULL,
    sequence             BIGINT  NOT NULL,      -- the order of acceptance within the tenant
    kind                 TEXT    NOT NULL,
    dataset_id           TEXT,
    writes               INTEGER NOT NULL,
    input                TEXT    NOT NULL,
    base_url             TEXT    NOT NULL,
    trace_id             TEXT    NOT NULL,
    created_by           TEXT    NOT NULL,
    created_at           BIGINT  NOT NULL,
    modified_at          BIGINT,
    ended_at             BIGINT,
    status               TEXT    NOT NULL,      -- created, running, completed, failed
    attempts             INTEGER NOT NULL,
    lease_owner          TEXT,
    lease_until          BIGINT,
    progress             TEXT,
    import_url           TEXT,
    import_file_id       TEXT,                  -- when the import location is a temporary file of ours
    import_content_type  TEXT,                  -- what another location said of it
    import_content_id    TEXT,                  -- the payload, pinned
    result_url           TEXT,
    result_target_id     TEXT,                  -- when the result location is a temporary file of ours
    sealed_content_id    TEXT,
    sealed_content_type  TEXT,
    sealed_gzip          INTEGER NOT NULL,
    sealed_size          BIGINT  NOT NULL,
    result_link          TEXT,
    errors               TEXT,
    callback             TEXT,
    callback_state       TEXT,                  -- pending, sent, given up
    callback_tries       INTEGER NOT NULL,
    callback_due_at      BIGINT,
    PRIMARY KEY (tenant_id, job_id)
);

CREATE UNIQUE INDEX job_in_order ON job (tenant_id, sequence);
CREATE INDEX job_open ON job (tenant_id, dataset_id, sequence) WHERE status IN ('created', 'running');
CREATE INDEX job_ended ON job (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX job_callback ON job (callback_due_at) WHERE callback_state = 'pending';
