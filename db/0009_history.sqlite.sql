-- Finding transactions by their ids and by who made them; what a checkpoint saves reading.

CREATE INDEX dataset_log_by_transaction ON dataset_log (tenant_id, transaction_id);

CREATE INDEX dataset_log_by_user ON dataset_log (tenant_id, dataset_id, made_by, sequence);

-- Bytes of the log up to the checkpoint.
ALTER TABLE dataset_checkpoint ADD COLUMN log_bytes BIGINT NOT NULL DEFAULT 0;
