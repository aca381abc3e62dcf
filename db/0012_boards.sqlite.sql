-- The filter with which a dataset is opened, palettes of colours, and packs (boards).

ALTER TABLE dataset ADD COLUMN prefilter TEXT;      -- conditions, as the API shows them

CREATE TABLE palette (
    tenant_id   TEXT   NOT NULL,
    palette_id  TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    name        TEXT   NOT NULL,
    name_key    TEXT   NOT NULL,      -- in small letters: by it names are unique
    kind        TEXT   NOT NULL,
    colours     TEXT   NOT NULL,
    others      TEXT,
    created_at  BIGINT NOT NULL,
    created_by  TEXT   NOT NULL,
    modified_at BIGINT NOT NULL,
    modified_by TEXT   NOT NULL,
    PRIMARY KEY (tenant_id, palette_id)
);

CREATE UNIQUE INDEX palette_by_name ON palette (tenant_id, name_key);

CREATE TABLE pack (
    tenant_id   TEXT   NOT NULL,
    pack_id     TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    name        TEXT   NOT NULL,
    owner       TEXT   NOT NULL,
    owner_key   TEXT   NOT NULL,
    tags        TEXT   NOT NULL,
    source      TEXT   NOT NULL,      -- the ids of what it was made with
    grants      TEXT   NOT NULL,
    document    TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    created_by  TEXT   NOT NULL,
    modified_at BIGINT NOT NULL,
    modified_by TEXT   NOT NULL,
    PRIMARY KEY (tenant_id, pack_id)
);

CREATE INDEX pack_of_owner ON pack (tenant_id, owner_key);
