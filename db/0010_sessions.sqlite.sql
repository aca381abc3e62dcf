-- How people come in: passwords, second factors, sessions, one-time links, and what they like. All of it belongs to the
-- person and not to a tenant, as tokens do (decisions 0002 and 0017): no tenant_id in the keys.

CREATE TABLE person (
    email_key          TEXT    NOT NULL PRIMARY KEY,
    email              TEXT    NOT NULL,
    password_hash      TEXT,
    totp_secret        BLOB,
    totp_pending       BLOB,
    totp_step          BIGINT  NOT NULL,
    installation_admin INTEGER NOT NULL,
    created_at         BIGINT  NOT NULL,
    changed_at         BIGINT  NOT NULL
);

-- The cookie's value is not kept, only its hash.
CREATE TABLE session (
    session_id  TEXT   NOT NULL PRIMARY KEY,
    secret_hash TEXT   NOT NULL,
    email_key   TEXT   NOT NULL,
    email       TEXT   NOT NULL,
    method      TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    seen_at     BIGINT NOT NULL,
    address     TEXT   NOT NULL,
    device      TEXT   NOT NULL
);

CREATE UNIQUE INDEX session_by_secret ON session (secret_hash);
CREATE INDEX session_of_person ON session (email_key);

-- Set-up, invitation and reset links. One that was used stays until its end, so that it is told from one that never was.
CREATE TABLE one_time_link (
    code_hash   TEXT    NOT NULL PRIMARY KEY,
    kind        TEXT    NOT NULL,
    email_key   TEXT    NOT NULL,
    email       TEXT    NOT NULL,
    tenant_id   TEXT    NOT NULL,
    remove_totp INTEGER NOT NULL,
    made_by     TEXT    NOT NULL,
    created_at  BIGINT  NOT NULL,
    ends_at     BIGINT  NOT NULL,
    used_at     BIGINT
);

CREATE INDEX one_time_link_of_person ON one_time_link (email_key);

CREATE TABLE preference (
    email_key  TEXT   NOT NULL PRIMARY KEY,
    body       TEXT   NOT NULL,
    changed_at BIGINT NOT NULL
);
