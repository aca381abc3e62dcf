using Espalier.Engine.Rights;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Auditing;
using Espalier.Server.Datasets;
using Espalier.Server.Events;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Rights.Views;

/// <summary>Makes and changes permissioned views: for those who may manage the dataset, and from whom nothing of it is hidden.</summary>
public sealed class ViewService(DatasetService datasets, IViewStore store, AuditLog audit, EventHub events, TimeProvider time)
{
    static readonly string[] Fields =
    [
        "name", "filter", "properties", "ghosts", "grants",
        // Answers hold these; who sends one back need not take them out.
        "viewId", "datasetId", "createdAt", "createdBy", "modifiedAt", "modifiedBy",
    ];

    /// <summary>The views of a dataset, by name.</summary>
    public async Task<IReadOnlyList<PermissionedView>> ListAsync(Caller caller, Guid datasetId, CancellationToken ct)
    {
        await datasets.ManageAsync(caller, datasetId, Level.Manage, ct);
        return
        [
            .. (await store.ListAsync(caller.TenantId, ct)).Where(view => view.DatasetId == datasetId)
                .OrderBy(view => view.Rules.Name, StringComparer.Ordinal),
        ];
    }

    public async Task<PermissionedView> CreateAsync(Caller caller, Guid datasetId, JsonField? body, Problems problems, CancellationToken ct)
    {
        problems.ThrowIfAny();
        var rules = Read(body!, null, await SnapshotAsync(caller, datasetId, ct));
        problems.ThrowIfAny();
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var view = new PermissionedView(Guid.NewGuid(), datasetId, 1, rules)
        {
            CreatedAt = now,
            CreatedBy = caller.Email,
            ModifiedAt = now,
            ModifiedBy = caller.Email,
        };
        if (!await store.SaveAsync(caller.TenantId, view, ct))
            throw new Refused(Errors.ChangedMeanwhile);
        await NoteAsync(caller, AuditKinds.ViewCreate, view);
        return view;
    }

    /// <summary>Counts what a view with the body's filter would show now.</summary>
    public async Task<ViewPreview> PreviewAsync(Caller caller, Guid datasetId, JsonField? body, Problems problems, CancellationToken ct)
    {
        problems.ThrowIfAny();
        var snapshot = await SnapshotAsync(caller, datasetId, ct);
        body = body!.Object();
        body?.RefuseOthers("filter");
        var filter = new RightsReader(snapshot, KeysOf(null)).Filter(body?.Optional("filter"));
        problems.ThrowIfAny();
        if (filter is not { } scope)
            return new(snapshot.ItemCount, snapshot.ItemCount, 0);

        var restriction = Restriction.None with { Scope = RightsJson.FilterOf(scope), Ghosts = [] };
        var rights = await Task.Run(() => restriction.RightsOn(snapshot, ct), ct);
        var (shown, ghosts) = (0, 0);
        foreach (var row in snapshot.Order)
            if (rights[row] == ItemRight.Ghost)
                ghosts++;
            else if (rights[row] != ItemRight.None)
                shown++;
        return new(snapshot.ItemCount, shown, ghosts);
    }

    /// <summary>Changes what the body names; null takes filter, properties or ghosts away.</summary>
    public async Task<PermissionedView> UpdateAsync(Caller caller, Guid viewId, JsonField? body, Problems problems, CancellationToken ct)
    {
        problems.ThrowIfAny();
        var (view, snapshot) = await FindAsync(caller, viewId, ct);
        var rules = Read(body!, view.Rules, snapshot);
        problems.ThrowIfAny();
        var next = new PermissionedView(viewId, view.DatasetId, view.Version + 1, rules)
        {
            CreatedAt = view.CreatedAt,
            CreatedBy = view.CreatedBy,
            ModifiedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
            ModifiedBy = caller.Email,
        };
        if (!await store.SaveAsync(caller.TenantId, next, ct))
            throw new Refused(Errors.ChangedMeanwhile);
        await NoteAsync(caller, AuditKinds.ViewChange, next);
        return next;
    }

    public async Task DeleteAsync(Caller caller, Guid viewId, CancellationToken ct)
    {
        var (view, _) = await FindAsync(caller, viewId, ct);
        if (!await store.DeleteAsync(caller.TenantId, viewId, ct))
            throw new Refused(Errors.ViewNotFound(caller.TenantId, viewId));
        await NoteAsync(caller, AuditKinds.ViewDelete, view);
    }

    Task NoteAsync(Caller caller, string kind, PermissionedView view)
    {
        events.Publish(new MetaChanged(caller.TenantId, MetaChanged.Datasets, view.DatasetId));
        return audit.WriteAsync(caller, kind, Ids.Print(view.ViewId), view.DatasetId);
    }

    /// <exception cref="Refused">There is no such view, or the caller may not manage it; who cannot read its dataset does not learn of it.</exception>
    async Task<(PermissionedView View, Snapshot Snapshot)> FindAsync(Caller caller, Guid viewId, CancellationToken ct)
    {
        var view = await store.FindAsync(caller.TenantId, viewId, ct) ?? throw new Refused(Errors.ViewNotFound(caller.TenantId, viewId));
        try
        {
            return (view, await SnapshotAsync(caller, view.DatasetId, ct));
        }
        catch (Refused refused) when (refused.Errors[0].Status == StatusCodes.Status404NotFound)
        {
            throw new Refused(Errors.ViewNotFound(caller.TenantId, viewId));
        }
    }

    async Task<Snapshot> SnapshotAsync(Caller caller, Guid datasetId, CancellationToken ct)
    {
        await datasets.ManageAsync(caller, datasetId, Level.Manage, ct);
        return (await datasets.OpenAsync(caller, datasetId, Level.Manage, ct)).Current;
    }

    static ViewRules Read(JsonField body, ViewRules? current, Snapshot snapshot)
    {
        if (body.Object() is null)
            return current ?? new("", null, null, null, []);
        body.RefuseOthers(Fields);
        var reader = new RightsReader(snapshot, KeysOf(current));
        var name = (current is null ? body.Required("name") : body.Member("name"))?.FilledText();
        return new(
            name ?? current?.Name ?? "",
            body.Member("filter") is { } filter ? reader.Filter(filter.IsNull ? null : filter) : current?.Filter,
            body.Member("properties") is { } properties ? reader.Keys(properties.IsNull ? null : properties) : current?.Properties,
            body.Member("ghosts") is { } ghosts ? reader.Keys(ghosts.IsNull ? null : ghosts) : current?.Ghosts,
            body.Member("grants") is { } grants ? RightsReader.Grants(grants.IsNull ? null : grants, Level.Read) : current?.Grants ?? []);
    }

    static HashSet<string> KeysOf(ViewRules? rules) =>
    [
        .. rules?.Properties ?? [], .. rules?.Ghosts ?? [],
        .. rules?.Filter is { } filter ? RightsJson.FilterOf(filter).Conditions.Select(condition => condition.Key) : [],
    ];
}
