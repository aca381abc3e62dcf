using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Drafts;
using Espalier.Server.Http;
using Espalier.Server.Rights;

namespace Espalier.Server.Packs;

/// <summary>A pack as a caller may see it.</summary>
/// <param name="IsSourceMissing">Its data are gone. Only admins see it then.</param>
public sealed record SeenPack(Pack Pack, Level Level, bool IsSourceMissing)
{
    /// <summary>Whether the caller may do everything with it.</summary>
    public bool IsMaster => Level == Level.Manage;
}

/// <summary>
/// Who may see packs: owners, admins, and groups with a grant, as with datasets; and each of them only as long as they may read the
/// data that it was made with.
/// </summary>
public sealed class PackAccess(DatasetService datasets, DraftService drafts)
{
    /// <returns>Null: the caller may not know of it.</returns>
    /// <param name="known">What was found out of sources so far.</param>
    public async Task<SeenPack?> SeeAsync(Caller caller, Pack pack, Dictionary<PackSource, bool> known, CancellationToken ct)
    {
        var rights = new DatasetRights(0, pack.Owner, RightsRules.None with { Grants = pack.Grants });
        if (EffectiveRights.Of(caller, rights).Level is not { } level)
            return null;
        if (!known.TryGetValue(pack.Source, out var opens))
            known[pack.Source] = opens = await UnreadableAsync(caller, pack.Source, ct) is null;
        // Admins may read all that is there; what they cannot is gone, and somebody has to tidy up.
        return opens || caller.Role == Role.Admin ? new(pack, level, !opens) : null;
    }

    /// <returns>The member of the source that the caller may not read, or that is not there; null when there is none.</returns>
    public async Task<string?> UnreadableAsync(Caller caller, PackSource source, CancellationToken ct)
    {
        if (source.DatasetId is { } datasetId && !await ReadsAsync(datasetId))
            return "datasetId";
        if (source.ViewId is { } viewId && !await ReadsAsync(viewId))
            return "viewId";
        if (source.DraftId is { } draftId && !await OpensAsync(() => drafts.FindAsync(caller, draftId, ct)))
            return "draftId";
        return source.LinksId is { } linksId && !await ReadsAsync(linksId) ? "linksId" : null;

        Task<bool> ReadsAsync(Guid id) => OpensAsync(() => datasets.DescribeAsync(caller, id, Level.Read, ct));
    }

    static async Task<bool> OpensAsync(Func<Task> open)
    {
        try
        {
            await open();
            return true;
        }
        catch (Refused)
        {
            return false;
        }
    }
}
