using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Drafts.Opening;
using Espalier.Server.Events;
using Espalier.Server.Http;
using Espalier.Server.Rights;

namespace Espalier.Server.Drafts;

/// <summary>
/// What may be done with drafts, and by whom. A draft belongs to whom made it, as long as they may read its dataset; and who
/// manages the dataset, and admins, may do everything with its drafts. For all others it is not there.
/// </summary>
public sealed class DraftService(IDraftStore store, DraftStates states, DatasetService datasets, EventHub events, TimeProvider time)
{
    /// <summary>The drafts that the caller may read.</summary>
    /// <param name="datasetId">Only those of this dataset.</param>
    public async Task<IReadOnlyList<Draft>> ListAsync(Caller caller, Guid? datasetId, CancellationToken ct)
    {
        List<Draft> allowed = [];
        var levels = new Dictionary<(Guid DatasetId, Level Level), bool>();
        foreach (var draft in await store.ListAsync(caller.TenantId, datasetId, ct))
        {
            var key = (draft.DatasetId, LevelFor(caller, draft.CreatedBy));
            if (!levels.TryGetValue(key, out var may))
                levels[key] = may = await MayAsync(caller, key.DatasetId, key.Item2, ct);
            if (may)
                allowed.Add(draft);
        }
        return allowed;
    }

    /// <exception cref="Refused">There is none with this id, or the caller may not know of it.</exception>
    public async Task<Draft> FindAsync(Caller caller, Guid draftId, CancellationToken ct) =>
        await store.FindAsync(caller.TenantId, draftId, ct) is { } draft && await MaySeeAsync(caller, draft.DatasetId, draft.CreatedBy, ct)
            ? draft
            : throw new Refused(Errors.DraftNotFound(caller.TenantId, draftId));

    /// <summary>The draft with all that is in it, and with its dataset.</summary>
    /// <exception cref="Refused">There is none with this id, or the caller may not know of it.</exception>
    public async Task<DraftAccess> OpenAsync(Caller caller, Guid draftId, CancellationToken ct)
    {
        var found = await FindAsync(caller, draftId, ct);
        var access = await datasets.AccessAsync(caller, found.DatasetId, Level.Read, ct);
        var (draft, state) = await states.FindAsync(caller.TenantId, draftId, ct) ?? throw new Refused(Errors.DraftNotFound(caller.TenantId, draftId));
        var snapshot = access.Live.Current;
        return new(draft, state, access, snapshot, states.Lay(snapshot, draft, state));
    }

    /// <summary>Somebody who may change nothing at all may not change drafts either.</summary>
    /// <exception cref="Refused">The caller is such a one.</exception>
    public static void CheckWrites(Caller caller)
    {
        if (caller.IsReadOnly())
            throw new Refused(Errors.DatasetAccessDenied($"{caller.TenantId}/drafts"));
    }

    /// <summary>Makes an empty draft, which belongs to the caller.</summary>
    /// <exception cref="Refused">The caller may not read the dataset.</exception>
    public async Task<Draft> CreateAsync(Caller caller, Guid datasetId, DraftWords words, CancellationToken ct)
    {
        CheckWrites(caller);
        // Links are known by ids that are computed as they are written.
        if ((await datasets.DescribeAsync(caller, datasetId, Level.Read, ct)).Definition.Ends is not null)
            throw new Refused(Errors.DatasetConfigurationInvalid("A links dataset has no drafts.") with { JsonBody = "$.datasetId" });
        var draft = words.ApplyTo(new(caller.TenantId, Guid.NewGuid(), datasetId, Revision: 0)
        {
            Name = "",
            CreatedBy = caller.Email,
            CreatedAt = Now,
            ModifiedAt = Now,
        });
        await store.AddAsync(draft, ct);
        return draft;
    }

    /// <exception cref="Refused">There is none with this id, or the caller may not know of it.</exception>
    public async Task<Draft> RenameAsync(Caller caller, Guid draftId, DraftWords words, CancellationToken ct)
    {
        CheckWrites(caller);
        var draft = words.ApplyTo(await FindAsync(caller, draftId, ct)) with { ModifiedAt = Now };
        if (!await store.RenameAsync(draft, ct))
            throw new Refused(Errors.DraftNotFound(caller.TenantId, draftId));
        Tell(draft, DraftMoved.Renamed, caller.Email);
        return draft;
    }

    /// <exception cref="Refused">There is none with this id, or the caller may not know of it.</exception>
    public async Task DeleteAsync(Caller caller, Guid draftId, CancellationToken ct)
    {
        CheckWrites(caller);
        var draft = await FindAsync(caller, draftId, ct);
        if (!await store.DeleteAsync(caller.TenantId, draftId, ct))
            throw new Refused(Errors.DraftNotFound(caller.TenantId, draftId));
        Tell(draft, DraftMoved.Deleted, caller.Email);
    }

    /// <summary>Tells those who look at a draft that it was applied.</summary>
    public async Task TellAppliedAsync(string tenantId, Guid draftId, string by, CancellationToken ct)
    {
        if (await store.FindAsync(tenantId, draftId, ct) is { } draft)
            Tell(draft, DraftMoved.Applied, by);
    }

    /// <summary>Whether the caller may know of a draft, which may be gone.</summary>
    /// <param name="createdBy">Whose draft it is.</param>
    public Task<bool> MaySeeAsync(Caller caller, Guid datasetId, string createdBy, CancellationToken ct) =>
        MayAsync(caller, datasetId, LevelFor(caller, createdBy), ct);

    void Tell(Draft draft, string kind, string by) => events.Publish(DraftStates.Told(draft, kind, by, draft.Revision));

    /// <summary>What is asked of the dataset: of one's own draft that it may be read, of others' that it is managed. Admins own all.</summary>
    static Level LevelFor(Caller caller, string createdBy) =>
        caller.Role == Role.Admin || string.Equals(caller.Email, createdBy, StringComparison.OrdinalIgnoreCase) ? Level.Read : Level.Manage;

    async Task<bool> MayAsync(Caller caller, Guid datasetId, Level level, CancellationToken ct)
    {
        try
        {
            await datasets.DescribeAsync(caller, datasetId, level, ct);
            return true;
        }
        catch (Refused)
        {
            return false;
        }
    }

    long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
