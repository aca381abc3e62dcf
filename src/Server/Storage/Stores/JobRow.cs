using System.Text.Json;
using Espalier.Server.Files.Contents;
using Espalier.Server.Http;
using Espalier.Server.Jobs;

namespace Espalier.Server.Storage.Stores;

/// <summary>A job as it stands in the table.</summary>
sealed class JobRow
{
    public const string Columns = """
        tenant_id AS TenantId, job_id AS JobId, sequence AS Sequence, kind AS Kind, dataset_id AS DatasetId, writes AS Writes, dry_run AS DryRun, input AS Input,
        base_url AS BaseUrl, trace_id AS TraceId, created_by AS CreatedBy, created_at AS CreatedAt, modified_at AS ModifiedAt,
        status AS Status, attempts AS Attempts, progress AS Progress, import_url AS ImportUrl, import_file_id AS ImportFileId,
        import_content_id AS ImportContentId, import_content_type AS ImportContentType, result_url AS ResultUrl, result_target_id AS ResultTargetId,
        sealed_content_id AS SealedContentId, sealed_content_type AS SealedContentType, sealed_gzip AS SealedGzip, sealed_size AS SealedSize,
        result_link AS ResultLink, errors AS Errors, callback AS Callback, callback_tries AS CallbackTries,
        started_at AS StartedAt, ended_at AS EndedAt, cancelled_at AS CancelledAt
        """;

    public string TenantId { get; set; } = "";
    public string JobId { get; set; } = "";
    public long Sequence { get; set; }
    public string Kind { get; set; } = "";
    public string? DatasetId { get; set; }
    public long Writes { get; set; }
    public long DryRun { get; set; }
    public string Input { get; set; } = "";
    public string BaseUrl { get; set; } = "";
    public string TraceId { get; set; } = "";
    public string CreatedBy { get; set; } = "";
    public long CreatedAt { get; set; }
    public long? ModifiedAt { get; set; }
    public string Status { get; set; } = "";
    public long Attempts { get; set; }
    public string? Progress { get; set; }
    public string? ImportUrl { get; set; }
    public string? ImportFileId { get; set; }
    public string? ImportContentId { get; set; }
    public string? ImportContentType { get; set; }
    public string? ResultUrl { get; set; }
    public string? ResultTargetId { get; set; }
    public string? SealedContentId { get; set; }
    public string? SealedContentType { get; set; }
    public long SealedGzip { get; set; }
    public long SealedSize { get; set; }
    public string? ResultLink { get; set; }
    public string? Errors { get; set; }
    public string? Callback { get; set; }
    public long CallbackTries { get; set; }
    public long? StartedAt { get; set; }
    public long? EndedAt { get; set; }
    public long? CancelledAt { get; set; }

    public Job ToJob() => new(TenantId, Guid.Parse(JobId), Kind)
    {
        Sequence = Sequence,
        DatasetId = Id(DatasetId),
        Writes = Writes != 0,
        DryRun = DryRun != 0,
        Input = Input,
        BaseUrl = BaseUrl,
        TraceId = TraceId,
        CreatedBy = CreatedBy,
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
        ModifiedAt = Time(ModifiedAt),
        StartedAt = Time(StartedAt),
        EndedAt = Time(EndedAt),
        CancelledAt = Time(CancelledAt),
        Status = Enum.Parse<JobStatus>(Status, ignoreCase: true),
        Attempts = (int)Attempts,
        Progress = Read<JobProgress>(Progress),
        ImportUrl = ImportUrl,
        ImportFileId = Id(ImportFileId),
        ImportContentId = ImportContentId,
        ImportContentType = ImportContentType,
        ResultUrl = ResultUrl,
        ResultTargetId = Id(ResultTargetId),
        Sealed = SealedContentId is null ? null : new(new StoredContent(SealedContentId, SealedSize), SealedContentType!, SealedGzip != 0),
        Result = Read<ResultLink>(ResultLink),
        Errors = Read<List<ApiError>>(Errors) ?? [],
        Callback = Read<JobCallback>(Callback),
    };

    static DateTimeOffset? Time(long? at) => at is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;

    static Guid? Id(string? text) => text is null ? null : Guid.Parse(text);

    static T? Read<T>(string? json) where T : class => json is null ? null : JsonSerializer.Deserialize<T>(json, Json.Options);
}
