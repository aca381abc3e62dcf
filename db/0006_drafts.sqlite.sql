-- Drafts: change sets on datasets that are kept beside their logs until somebody applies them.

CREATE TABLE draft (
    tenant_id   TEXT   NOT NULL,
    draft_id    TEXT   NOT NULL,
    dataset_id  TEXT   NOT NULL,
    name        TEXT   NOT NULL,
    description TEXT,
    tags        TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    created_by  TEXT   NOT NULL,
    modified_at BIGINT NOT NULL,
    revision    BIGINT NOT NULL,      -- grows with every change of what is in it
    PRIMARY KEY (tenant_id, draft_id)
);

CREATE INDEX draft_of_dataset ON draft (tenant_id, dataset_id);

-- What a layer of a draft does with one item, all in all.
CREATE TABLE draft_item (
    tenant_id TEXT   NOT NULL,
    draft_id  TEXT   NOT NULL,
    layer_key TEXT   NOT NULL,
    item_id   TEXT   NOT NULL,
    action    TEXT   NOT NULL,        -- create, update, delete
    changes   TEXT   NOT NULL,        -- the changed cells: old value, new value, who, when
    PRIMARY KEY (tenant_id, draft_id, layer_key, item_id)
);
