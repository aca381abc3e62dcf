-- Tenants, the accounts people have in them, and the tokens people made.

CREATE TABLE tenant (
    tenant_id  TEXT    NOT NULL PRIMARY KEY,
    name       TEXT    NOT NULL,
    api_plan   INTEGER NOT NULL,
    enabled    INTEGER NOT NULL,
    subnets    TEXT    NOT NULL,
    created_at BIGINT  NOT NULL
);

-- Several accounts with one e-mail can only come from elsewhere (a directory's import); a request in their name is refused.
CREATE TABLE account (
    tenant_id    TEXT    NOT NULL REFERENCES tenant (tenant_id),
    account_id   TEXT    NOT NULL,
    email        TEXT    NOT NULL,
    email_key    TEXT    NOT NULL,
    role         TEXT    NOT NULL,
    user_groups  TEXT    NOT NULL,
    token_access INTEGER NOT NULL,
    enabled      INTEGER NOT NULL,
    expires_at   BIGINT,
    subnets      TEXT    NOT NULL,
    created_at   BIGINT  NOT NULL,
    PRIMARY KEY (tenant_id, account_id)
);

CREATE INDEX account_by_email ON account (tenant_id, email_key);
CREATE INDEX account_of_person ON account (email_key);

-- Tokens belong to a person and open each tenant where the person has an account: no tenant_id (decision 0002).
CREATE TABLE token (
    jti          TEXT   NOT NULL PRIMARY KEY,
    email        TEXT   NOT NULL,
    starts_at    BIGINT NOT NULL,
    ends_at      BIGINT NOT NULL,
    subnets      TEXT   NOT NULL,
    created_at   BIGINT NOT NULL,
    revoked_at   BIGINT,
    last_used_at BIGINT
);
