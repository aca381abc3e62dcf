using Espalier.Server.Jobs;

namespace Espalier.Server.Events;

/// <summary>Something that pages that are open want to know of. It tells that, and who, and how much; never values.</summary>
public abstract record Happening(string TenantId);

/// <summary>A transaction on a dataset.</summary>
/// <param name="Definition">Whether it changed the definition.</param>
public sealed record DatasetChanged(string TenantId, Guid DatasetId, Guid TransactionId, string By, string Channel, bool Definition) : Happening(TenantId)
{
    public long Created { get; init; }
    public long Updated { get; init; }
    public long Deleted { get; init; }
}

/// <summary>A job was accepted, begun, ended, or has got further.</summary>
public sealed record JobMoved(string TenantId, Guid JobId, string Kind, JobStatus Status, string CreatedBy) : Happening(TenantId)
{
    public Guid? DatasetId { get; init; }
    public bool DryRun { get; init; }
    public JobProgress? Progress { get; init; }
    public bool IsCancelled { get; init; }

    public static JobMoved Of(Job job) => new(job.TenantId, job.JobId, job.Kind, job.Status, job.CreatedBy)
    {
        DatasetId = job.DatasetId,
        DryRun = job.DryRun,
        Progress = job.Progress,
        IsCancelled = job.CancelledAt is not null,
    };
}

/// <summary>A draft, or what is in it, was changed.</summary>
/// <param name="CreatedBy">Whose draft it is.</param>
/// <param name="Kind">One of the names below.</param>
/// <param name="By">Who did it.</param>
public sealed record DraftMoved(string TenantId, Guid DraftId, Guid DatasetId, string CreatedBy, string Kind, string By) : Happening(TenantId)
{
    public const string Changed = "changed";
    public const string Renamed = "renamed";
    public const string Applied = "applied";
    public const string Deleted = "deleted";

    /// <summary>Of what is in the draft now.</summary>
    public required long Revision { get; init; }
}

/// <summary>Something about the tenant changed that lists show.</summary>
/// <param name="Kind">One of the names below.</param>
public sealed record MetaChanged(string TenantId, string Kind, Guid? DatasetId = null) : Happening(TenantId)
{
    public const string Datasets = "datasets";
    public const string Rights = "rights";
    public const string Palettes = "palettes";

    /// <summary>For admins, as is the next one.</summary>
    public const string Users = "users";
    public const string Tenant = "tenant";

    public bool IsForAdmins => Kind is Users or Tenant;
}

/// <summary>A happening with its place among all of this server.</summary>
public sealed record Happened(long Sequence, DateTimeOffset At, Happening What);
