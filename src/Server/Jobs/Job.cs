using Espalier.Server.Files.Contents;
using Espalier.Server.Http;
using Espalier.Server.Locations;

namespace Espalier.Server.Jobs;

/// <summary>Where a job stands; it only ever goes forward, but that an interrupted one begins again.</summary>
public enum JobStatus
{
    Created,
    Running,
    Completed,
    Failed,
}

/// <summary>Work that outlives its request, as it is kept. What it needs to run, and run again, is all in here.</summary>
public sealed record Job(string TenantId, Guid JobId, string Kind)
{
    /// <summary>The order of acceptance within the tenant.</summary>
    public long Sequence { get; init; }

    public Guid? DatasetId { get; init; }

    /// <summary>Jobs of one dataset that write go one after another.</summary>
    public bool Writes { get; init; }

    /// <summary>Whether the job only shows what it would change.</summary>
    public bool DryRun { get; init; }

    /// <summary>What the runner wrote into it when the job was accepted; JSON.</summary>
    public string Input { get; init; } = "{}";

    public string BaseUrl { get; init; } = "";
    public string TraceId { get; init; } = "";
    public string CreatedBy { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>When it was begun first.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When somebody asked for its end.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    public JobStatus Status { get; init; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; init; }

    public JobProgress? Progress { get; init; }

    /// <summary>The import location, as the caller gave it.</summary>
    public string? ImportUrl { get; init; }

    /// <summary>The import location, when it is a temporary file of ours: the result goes there.</summary>
    public Guid? ImportFileId { get; init; }

    /// <summary>The payload, pinned: writing the file again does not change it.</summary>
    public string? ImportContentId { get; init; }

    /// <summary>What the import location said the payload is, when it is not a temporary file of ours.</summary>
    public string? ImportContentType { get; init; }

    /// <summary>The result location, as the caller gave it.</summary>
    public string? ResultUrl { get; init; }

    /// <summary>The result location, when it is a temporary file of ours.</summary>
    public Guid? ResultTargetId { get; init; }

    /// <summary>The result, once it is whole and on disk.</summary>
    public SealedResult? Sealed { get; init; }

    /// <summary>The ticket's result, once the job has ended.</summary>
    public ResultLink? Result { get; init; }

    public IReadOnlyList<ApiError> Errors { get; init; } = [];
    public JobCallback? Callback { get; init; }
}

/// <summary>How far a job is.</summary>
public sealed record JobProgress(long RowsRead, long RowsResolved, double Percent);

/// <summary>A result that will not change any more.</summary>
public sealed record SealedResult(StoredContent Content, string ContentType, bool Gzip);

/// <summary>Where the caller finds the result.</summary>
public sealed record ResultLink(string Url, string ContentType, string Type);

/// <summary>Whom to tell, and the values of the placeholders that the job itself does not know.</summary>
public sealed record JobCallback(Callback Callback, IReadOnlyDictionary<string, string> Values);

/// <summary>What an operation asks for when it wants something done as a job.</summary>
/// <param name="Input">JSON that the job's runner understands.</param>
public sealed record NewJob(string Kind, string Input)
{
    public Guid? DatasetId { get; init; }

    /// <summary>Whether the job changes its dataset.</summary>
    public bool Writes { get; init; }

    /// <summary>Whether the job only shows what it would change; its ticket says so, and its payload stays where it is.</summary>
    public bool DryRun { get; init; }

    /// <summary>What the job reads, from <see cref="LocationReader.Import"/>.</summary>
    public string? ImportUrl { get; init; }

    /// <summary>Where the result goes, from <see cref="LocationReader.Result"/>; null: a temporary file.</summary>
    public string? ResultUrl { get; init; }

    /// <summary>From <see cref="LocationReader.Callback"/>.</summary>
    public Callback? Callback { get; init; }

    /// <summary>Placeholders of the callback beside the common ones, e.g. <c>datasetId</c>.</summary>
    public IReadOnlyDictionary<string, string> CallbackValues { get; init; } = new Dictionary<string, string>();

    /// <summary>The base of the URLs in the ticket: <see cref="Urls.Base"/>.</summary>
    public required string BaseUrl { get; init; }

    public required string TraceId { get; init; }
}
