-- Who may do what with a dataset. Without a row: its maker and admins everything, others nothing.
CREATE TABLE dataset_rights (
    tenant_id   TEXT   NOT NULL,
    dataset_id  TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    owner       TEXT   NOT NULL,
    rules       TEXT   NOT NULL,      -- grants, properties, rows: as the API shows them
    modified_at BIGINT NOT NULL,
    modified_by TEXT   NOT NULL,
    PRIMARY KEY (tenant_id, dataset_id)
);

-- Until now everybody in the tenant could read and write items; datasets that are there keep that (decision 0011).
INSERT INTO dataset_rights (tenant_id, dataset_id, version, owner, rules, modified_at, modified_by)
SELECT tenant_id, dataset_id, 1, created_by, '{"grants":[{"group":"user","level":"update"}],"properties":[],"rows":[]}', created_at, created_by
FROM dataset;

-- Permissioned views: parts of a dataset with ids and grants of their own.
CREATE TABLE dataset_view (
    tenant_id   TEXT   NOT NULL,
    view_id     TEXT   NOT NULL,
    dataset_id  TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    rules       TEXT   NOT NULL,      -- name, filter, properties, ghosts, grants: as the API shows them
    created_at  BIGINT NOT NULL,
    created_by  TEXT   NOT NULL,
    modified_at BIGINT NOT NULL,
    modified_by TEXT   NOT NULL,
    PRIMARY KEY (tenant_id, view_id)
);

CREATE INDEX dataset_view_of ON dataset_view (tenant_id, dataset_id);
