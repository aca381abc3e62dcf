using System.Collections.Concurrent;
using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Rights.Views;

namespace Espalier.Server.Rights;

/// <summary>Looks rights up: every request does, so what was read is kept until its version is not the newest any more.</summary>
public sealed class RightsBook(IRightsStore store, IViewStore views)
{
    /// <summary>Beyond this it begins anew.</summary>
    const int Most = 10_000;

    readonly ConcurrentDictionary<(string, Guid), DatasetRights> _known = new();

    /// <summary>What the caller may do with a dataset.</summary>
    /// <param name="owner">Who made it.</param>
    /// <param name="version">The newest version of its rights; 0 for none.</param>
    public async Task<EffectiveRights> OfAsync(Caller caller, Guid datasetId, string owner, long version, CancellationToken ct) =>
        EffectiveRights.Of(caller, await FindAsync(caller.TenantId, datasetId, owner, version, ct));

    /// <summary>What the caller may do with each of these datasets.</summary>
    public async Task<Func<Guid, string, EffectiveRights>> OfAllAsync(Caller caller, CancellationToken ct)
    {
        // Admins need no grants, so none are read for them.
        var known = caller.Role == Role.Admin ? null : await store.ListAsync(caller.TenantId, ct);
        return (datasetId, owner) => EffectiveRights.Of(caller, known?.GetValueOrDefault(datasetId) ?? DatasetRights.Of(owner));
    }

    /// <summary>Those of all datasets of the tenant about which somebody has said something.</summary>
    public Task<IReadOnlyDictionary<Guid, DatasetRights>> ListAsync(string tenantId, CancellationToken ct) => store.ListAsync(tenantId, ct);

    /// <summary>The views that the caller may read.</summary>
    public async Task<IReadOnlyList<PermissionedView>> ViewsAsync(Caller caller, IReadOnlyDictionary<Guid, string> owners, CancellationToken ct)
    {
        var all = await views.ListAsync(caller.TenantId, ct);
        if (all.Count == 0)
            return all;
        var known = await store.ListAsync(caller.TenantId, ct);
        return
        [
            .. all.Where(view => owners.TryGetValue(view.DatasetId, out var owner)
                && EffectiveRights.Of(caller, known.GetValueOrDefault(view.DatasetId) ?? DatasetRights.Of(owner), view).Level is not null),
        ];
    }

    public Task<PermissionedView?> FindViewAsync(string tenantId, Guid viewId, CancellationToken ct) => views.FindAsync(tenantId, viewId, ct);

    public async Task<DatasetRights> FindAsync(string tenantId, Guid datasetId, string owner, long version, CancellationToken ct)
    {
        if (version == 0)
            return DatasetRights.Of(owner);
        if (_known.TryGetValue((tenantId, datasetId), out var known) && known.Version == version)
            return known;
        if (_known.Count >= Most)
            _known.Clear();
        return _known[(tenantId, datasetId)] = await store.FindAsync(tenantId, datasetId, ct)
            ?? throw new Refused(Errors.DatasetNotFound(tenantId, datasetId));
    }
}
