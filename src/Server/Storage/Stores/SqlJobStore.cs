using System.Data.Common;
using System.Text.Json;
using Dapper;
using Espalier.Server.Events;
using Espalier.Server.Files.Contents;
using Espalier.Server.Http;
using Espalier.Server.Jobs;
using Espalier.Server.Storage.Stores.Webhooks;
using Espalier.Server.Webhooks;

namespace Espalier.Server.Storage.Stores;

/// <summary>Jobs in SQL.</summary>
sealed class SqlJobStore(IDatabase database, EventHub events) : IJobStore
{
    public async Task AddAsync(Job job, CancellationToken ct)
    {
        await InsertAsync(job, ct);
        events.Publish(JobMoved.Of(job));
    }

    Task<int> InsertAsync(Job job, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    """
                    INSERT INTO job (tenant_id, job_id, sequence, kind, dataset_id, writes, dry_run, input, base_url, trace_id, created_by, created_at,
                        status, attempts, import_url, import_file_id, import_content_id, result_url, result_target_id,
                        sealed_gzip, sealed_size, callback, callback_tries)
                    VALUES (@TenantId, @JobId, (SELECT COALESCE(MAX(sequence), 0) + 1 FROM job WHERE tenant_id = @TenantId),
                        @Kind, @DatasetId, @Writes, @DryRun, @Input, @BaseUrl, @TraceId, @CreatedBy, @CreatedAt,
                        'created', 0, @ImportUrl, @ImportFileId,
                        (SELECT content_id FROM temporary_file WHERE tenant_id = @TenantId AND file_id = @ImportFileId),
                        @ResultUrl, @ResultTargetId, 0, 0, @Callback, 0)
                    """,
                    new
                    {
                        job.TenantId,
                        JobId = Ids.Print(job.JobId),
                        job.Kind,
                        DatasetId = Print(job.DatasetId),
                        Writes = job.Writes ? 1 : 0,
                        DryRun = job.DryRun ? 1 : 0,
                        job.Input,
                        job.BaseUrl,
                        job.TraceId,
                        job.CreatedBy,
                        CreatedAt = job.CreatedAt.ToUnixTimeMilliseconds(),
                        job.ImportUrl,
                        ImportFileId = Print(job.ImportFileId),
                        job.ResultUrl,
                        ResultTargetId = Print(job.ResultTargetId),
                        Callback = job.Callback is null ? null : Write(job.Callback),
                    },
                    transaction);
                return await connection.ExecuteAsync(
                    """
                    INSERT INTO temporary_hold (tenant_id, job_id, file_id, content_id)
                    SELECT tenant_id, @JobId, file_id, COALESCE(content_id, '') FROM temporary_file
                    WHERE tenant_id = @TenantId AND file_id IN (@ImportFileId, @ResultTargetId)
                    """,
                    new
                    {
                        job.TenantId,
                        JobId = Ids.Print(job.JobId),
                        ImportFileId = Print(job.ImportFileId),
                        ResultTargetId = Print(job.ResultTargetId),
                    },
                    transaction);
            },
            ct);

    public Task<Job?> FindAsync(string tenantId, Guid jobId, CancellationToken ct) =>
        database.ReadAsync(
            async connection => (await connection.QuerySingleOrDefaultAsync<JobRow>(
                $"SELECT {JobRow.Columns} FROM job WHERE tenant_id = @tenantId AND job_id = @jobId",
                new { tenantId, jobId = Ids.Print(jobId) }))?.ToJob(),
            ct);

    public async Task<Job?> ClaimAsync(string owner, DateTimeOffset now, DateTimeOffset leaseUntil, bool onlyIdleTenants, CancellationToken ct)
    {
        var values = new
        {
            owner,
            now = now.ToUnixTimeMilliseconds(),
            until = leaseUntil.ToUnixTimeMilliseconds(),
            onlyIdle = onlyIdleTenants ? 1 : 0,
        };

        // Most looks find nothing: they do not take a turn among the writes.
        if (!await database.ReadAsync(async connection => await connection.ExecuteScalarAsync<long>(
                $"SELECT COUNT(*) FROM ({Next("")}) n", values) > 0, ct))
            return null;
        var claimed = await database.WriteAsync(
            async (connection, transaction) => (await connection.QuerySingleOrDefaultAsync<JobRow>(
                $"""
                UPDATE job SET status = 'running', lease_owner = @owner, lease_until = @until, attempts = attempts + 1, modified_at = @now,
                    started_at = COALESCE(started_at, @now)
                WHERE (tenant_id, job_id) = ({Next(database.Dialect.ForUpdateSkipLocked)})
                RETURNING {JobRow.Columns}
                """,
                values, transaction))?.ToJob(),
            ct);
        if (claimed is not null)
            events.Publish(JobMoved.Of(claimed));
        return claimed;
    }

    public async Task<bool> RenewAsync(Job job, string owner, DateTimeOffset leaseUntil, JobProgress? progress, CancellationToken ct)
    {
        var isRenewed = await ProlongAsync(job, owner, leaseUntil, progress, ct);
        if (isRenewed && progress is not null)
            events.Publish(JobMoved.Of(job with { Progress = progress }));
        return isRenewed;
    }

    Task<bool> ProlongAsync(Job job, string owner, DateTimeOffset leaseUntil, JobProgress? progress, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) => await connection.ExecuteAsync(
                """
                UPDATE job SET lease_until = @until, progress = COALESCE(@progress, progress)
                WHERE tenant_id = @TenantId AND job_id = @jobId AND status = 'running' AND lease_owner = @owner
                """,
                new
                {
                    job.TenantId,
                    jobId = Ids.Print(job.JobId),
                    owner,
                    until = leaseUntil.ToUnixTimeMilliseconds(),
                    progress = progress is null ? null : Write(progress),
                },
                transaction) == 1,
            ct, durable: false);

    public Task PinAsync(Job job, string owner, StoredContent payload, string? contentType, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await SqlFileStore.HoldAsync(connection, transaction, job.TenantId, Ids.Print(job.JobId), null, payload.ContentId);
                return await OwnedAsync(
                    connection, transaction, job, owner, "import_content_id = @ContentId, import_content_type = @contentType", new { payload.ContentId, contentType });
            },
            ct);

    public Task SealAsync(Job job, string owner, SealedResult result, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await SqlFileStore.HoldAsync(connection, transaction, job.TenantId, Ids.Print(job.JobId), null, result.Content.ContentId);
                return await OwnedAsync(
                    connection, transaction, job, owner,
                    "sealed_content_id = @ContentId, sealed_content_type = @ContentType, sealed_gzip = @Gzip, sealed_size = @Size",
                    new { result.Content.ContentId, result.ContentType, Gzip = result.Gzip ? 1 : 0, result.Content.Size });
            },
            ct);

    public Task GiveBackAsync(Job job, string owner, DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                """
                UPDATE job SET status = 'created', lease_owner = NULL, lease_until = NULL, attempts = attempts - 1, modified_at = @now
                WHERE tenant_id = @TenantId AND job_id = @jobId AND status = 'running' AND lease_owner = @owner
                """,
                new { job.TenantId, jobId = Ids.Print(job.JobId), owner, now = now.ToUnixTimeMilliseconds() }, transaction),
            ct);

    public async Task<(bool Ended, IReadOnlyList<string> Dropped)> EndAsync(Ending ending, string owner, CancellationToken ct)
    {
        var (ended, dropped) = await CloseAsync(ending, owner, ct);
        if (ended)
            events.Publish(JobMoved.Of(ending.Job));
        return (ended, dropped);
    }

    public Task<(long Total, IReadOnlyList<Job> Jobs)> ListAsync(string tenantId, JobQuery query, CancellationToken ct)
    {
        var where = "tenant_id = @tenantId"
            + (query.CreatedBy is null ? "" : " AND LOWER(created_by) = LOWER(@CreatedBy)")
            + (query.States.Count == 0 ? "" : " AND (CASE WHEN status = 'failed' AND cancelled_at IS NOT NULL THEN 'cancelled' ELSE status END) IN @States");
        var values = new { tenantId, query.CreatedBy, query.States, query.Offset, query.Limit };
        return database.ReadAsync<(long, IReadOnlyList<Job>)>(
            async connection =>
            (
                await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM job WHERE {where}", values),
                [
                    .. (await connection.QueryAsync<JobRow>(
                        $"SELECT {JobRow.Columns} FROM job WHERE {where} ORDER BY sequence DESC LIMIT @Limit OFFSET @Offset", values))
                        .Select(row => row.ToJob()),
                ]
            ),
            ct);
    }

    public async Task<Job?> CancelAsync(string tenantId, Guid jobId, DateTimeOffset at, CancellationToken ct)
    {
        var cancelled = await database.WriteAsync(
            async (connection, transaction) => (await connection.QuerySingleOrDefaultAsync<JobRow>(
                $"""
                UPDATE job SET cancelled_at = COALESCE(cancelled_at, @at)
                WHERE tenant_id = @tenantId AND job_id = @jobId AND status IN ('created', 'running')
                RETURNING {JobRow.Columns}
                """,
                new { tenantId, jobId = Ids.Print(jobId), at = at.ToUnixTimeMilliseconds() }, transaction))?.ToJob(),
            ct);
        if (cancelled is not null)
            events.Publish(JobMoved.Of(cancelled));
        return cancelled;
    }

    public Task<bool> IsCancelledAsync(Job job, CancellationToken ct) =>
        database.ReadAsync(
            async connection => await connection.ExecuteScalarAsync<long?>(
                "SELECT cancelled_at FROM job WHERE tenant_id = @TenantId AND job_id = @jobId", new { job.TenantId, jobId = Ids.Print(job.JobId) }) is not null,
            ct);

    Task<(bool Ended, IReadOnlyList<string> Dropped)> CloseAsync(Ending ending, string owner, CancellationToken ct) =>
        database.WriteAsync<(bool Ended, IReadOnlyList<string> Dropped)>(
            async (connection, transaction) =>
            {
                var job = ending.Job;
                var jobId = Ids.Print(job.JobId);
                var ended = await connection.ExecuteAsync(
                    """
                    UPDATE job SET status = @Status, modified_at = @At, ended_at = @At, lease_owner = NULL, lease_until = NULL,
                        progress = @Progress, result_link = @Result, errors = @Errors,
                        callback_state = CASE WHEN callback IS NULL THEN NULL ELSE 'pending' END, callback_due_at = @At
                    WHERE tenant_id = @TenantId AND job_id = @jobId AND status = 'running' AND lease_owner = @owner
                    """,
                    new
                    {
                        job.TenantId,
                        jobId,
                        owner,
                        Status = Ticket.Print(job.Status),
                        At = ending.At.ToUnixTimeMilliseconds(),
                        Progress = job.Progress is null ? null : Write(job.Progress),
                        Result = job.Result is null ? null : Write(job.Result),
                        Errors = job.Errors.Count == 0 ? null : Write(job.Errors),
                    },
                    transaction) == 1;
                if (!ended)
                    return (false, []);
                var changed = await connection.ExecuteScalarAsync<string?>(
                    "SELECT transaction_id FROM dataset_log WHERE tenant_id = @TenantId AND job_id = @jobId", new { job.TenantId, jobId }, transaction);
                await WebhookOutbox.AddAsync(WebhookEvent.Of(job, ending.At, changed is null ? null : Guid.Parse(changed)), connection, transaction);

                var dropped = new List<string>();
                if (ending.NewFile is not null)
                    await SqlFileStore.InsertAsync(connection, transaction, ending.NewFile);
                if (ending.Switch is { } target
                    && await SqlFileStore.SwitchAsync(
                        connection, transaction, job.TenantId, Ids.Print(target.FileId),
                        target.Result.Content, target.Result.ContentType, target.Result.Gzip) is { Dropped: { } replaced })
                    dropped.Add(replaced);
                dropped.AddRange(await SqlFileStore.ReleaseAsync(
                    connection, transaction, job.TenantId, jobId, ending.ReadableUntil.ToUnixTimeMilliseconds()));
                return (true, dropped);
            },
            ct);

    public Task<int> VoidLeasesAsync(string ownerPrefix, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "UPDATE job SET lease_until = 0 WHERE status = 'running' AND SUBSTR(lease_owner, 1, @length) = @ownerPrefix",
                new { ownerPrefix, length = ownerPrefix.Length }, transaction),
            ct);

    public async Task<IReadOnlyList<(Job Job, int Tries)>> TakeCallbacksAsync(
        DateTimeOffset now, DateTimeOffset putOff, int count, CancellationToken ct)
    {
        const string due = "SELECT tenant_id, job_id FROM job WHERE callback_state = 'pending' AND callback_due_at <= @now";
        var values = new { now = now.ToUnixTimeMilliseconds(), putOff = putOff.ToUnixTimeMilliseconds(), count };
        if (!await database.ReadAsync(async connection => await connection.ExecuteScalarAsync<long>(
                $"SELECT COUNT(*) FROM ({due} LIMIT 1) n", values) > 0, ct))
            return [];
        return await database.WriteAsync<IReadOnlyList<(Job Job, int Tries)>>(
            async (connection, transaction) =>
            [
                .. (await connection.QueryAsync<JobRow>(
                    $"""
                    UPDATE job SET callback_tries = callback_tries + 1, callback_due_at = @putOff
                    WHERE (tenant_id, job_id) IN ({due} ORDER BY callback_due_at LIMIT @count {database.Dialect.ForUpdateSkipLocked})
                    RETURNING {JobRow.Columns}
                    """,
                    values, transaction)).Select(row => (row.ToJob(), (int)row.CallbackTries)),
            ],
            ct);
    }

    public Task NoteCallbackAsync(Job job, bool sent, DateTimeOffset? dueAt, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "UPDATE job SET callback_state = @state, callback_due_at = @due WHERE tenant_id = @TenantId AND job_id = @jobId",
                new
                {
                    job.TenantId,
                    jobId = Ids.Print(job.JobId),
                    state = sent ? "sent" : dueAt is null ? "given up" : "pending",
                    due = dueAt?.ToUnixTimeMilliseconds(),
                },
                transaction),
            ct);

    public Task<int> ForgetAsync(DateTimeOffset endedBefore, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "DELETE FROM job WHERE ended_at < @before AND (callback_state IS NULL OR callback_state <> 'pending')",
                new { before = endedBefore.ToUnixTimeMilliseconds() }, transaction),
            ct);

    static string Next(string forUpdate) =>
        $"""
        SELECT j.tenant_id, j.job_id FROM job j
        WHERE (j.status = 'created' OR (j.status = 'running' AND j.lease_until < @now))
          AND (j.writes = 0 OR (j.cancelled_at IS NOT NULL AND j.sealed_content_id IS NULL) OR NOT EXISTS (
              SELECT 1 FROM job e
              WHERE e.tenant_id = j.tenant_id AND e.dataset_id = j.dataset_id AND e.sequence < j.sequence
                AND e.writes = 1 AND e.status IN ('created', 'running')))
          AND (@onlyIdle = 0 OR j.cancelled_at IS NOT NULL OR NOT EXISTS (
              SELECT 1 FROM job r WHERE r.tenant_id = j.tenant_id AND r.status = 'running' AND r.lease_until >= @now))
        ORDER BY CASE WHEN j.cancelled_at IS NULL THEN 1 ELSE 0 END, (SELECT COUNT(*) FROM job r WHERE r.tenant_id = j.tenant_id AND r.status = 'running' AND r.lease_until >= @now),
            j.created_at, j.sequence
        LIMIT 1 {forUpdate}
        """;

    static async Task<int> OwnedAsync(
        DbConnection connection, DbTransaction transaction, Job job, string owner, string set, object values)
    {
        var all = new DynamicParameters(values);
        all.Add("tenantId", job.TenantId);
        all.Add("jobId", Ids.Print(job.JobId));
        all.Add("owner", owner);
        var changed = await connection.ExecuteAsync(
            $"UPDATE job SET {set} WHERE tenant_id = @tenantId AND job_id = @jobId AND status = 'running' AND lease_owner = @owner",
            all, transaction);
        return changed == 1 ? changed : throw new LeaseLostException();
    }

    static string? Print(Guid? id) => id is { } value ? Ids.Print(value) : null;

    static string Write<T>(T value) => JsonSerializer.Serialize(value, Json.Options);
}
