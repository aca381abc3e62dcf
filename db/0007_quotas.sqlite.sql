-- What guards a tenant's use of the API: its own limits, how many requests each day has seen, and imports that only show what
-- they would do.

-- NULL: as the settings say. 0: no limit.
ALTER TABLE tenant ADD COLUMN requests_per_second BIGINT;
ALTER TABLE tenant ADD COLUMN concurrent_requests BIGINT;
ALTER TABLE tenant ADD COLUMN requests_per_day BIGINT;

CREATE TABLE tenant_usage (
    tenant_id TEXT   NOT NULL,
    day       BIGINT NOT NULL,      -- days since 1970-01-01, UTC
    requests  BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, day)
);

ALTER TABLE job ADD COLUMN dry_run INTEGER NOT NULL DEFAULT 0;
