using Espalier.Engine.Changes;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Auditing;
using Espalier.Server.Datasets.Definitions;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Rights;
using Espalier.Server.Rights.Views;

namespace Espalier.Server.Datasets;

/// <summary>
/// What may be done with datasets, and by whom. Every feature gets at a dataset through <see cref="AccessAsync"/>, which also
/// tells what the caller may see of it; or, to show it, through <see cref="Reading.DatasetViews"/>.
/// </summary>
public sealed class DatasetService(IDatasetStore store, ITransactionLog log, LiveDatasets live, RightsBook rights, AuditLog audit, TimeProvider time)
{
    /// <summary>The datasets, and views of such, that the caller may read.</summary>
    public async Task<IReadOnlyList<DatasetListing>> ListAsync(Caller caller, CancellationToken ct)
    {
        var all = await store.ListAsync(caller.TenantId, ct);
        var rightsOf = await rights.OfAllAsync(caller, ct);
        var byId = all.ToDictionary(dataset => dataset.DatasetId);
        var views = await rights.ViewsAsync(caller, byId.ToDictionary(entry => entry.Key, entry => entry.Value.CreatedBy), ct);
        return
        [
            .. all.Where(dataset => rightsOf(dataset.DatasetId, dataset.CreatedBy).Level is not null)
                .Concat(views.Select(view => new DatasetListing(view.ViewId, view.Rules.Name, byId[view.DatasetId].Type, view.CreatedBy, true)))
                .OrderBy(dataset => dataset.Name, StringComparer.Ordinal).ThenBy(dataset => Ids.Print(dataset.DatasetId), StringComparer.Ordinal),
        ];
    }

    /// <summary>A dataset with all that has been committed. Show nothing of it but to those who see everything.</summary>
    /// <inheritdoc cref="AccessAsync"/>
    public async Task<LiveDataset> OpenAsync(Caller caller, Guid datasetId, Level level, CancellationToken ct)
    {
        var access = await AccessAsync(caller, datasetId, level, ct);
        return access.Live.DatasetId == datasetId ? access.Live : throw new Refused(Errors.ViewIsReadOnly(caller.TenantId, datasetId));
    }

    /// <summary>A dataset, which may be named by the id of a view of it, and what the caller may see and do there.</summary>
    /// <exception cref="Refused">There is none with this id that the caller may know of, or the caller may not do this with it.</exception>
    public async Task<DatasetAccess> AccessAsync(Caller caller, Guid datasetId, Level level, CancellationToken ct)
    {
        if (await store.FindHeadAsync(caller.TenantId, datasetId, ct) is { } head)
        {
            var may = await rights.OfAsync(caller, datasetId, head.CreatedBy, head.RightsVersion, ct);
            Check(caller, datasetId, may, level);
            if (head.IsArchived && level > Level.Read)
                throw new Refused(Errors.DatasetIsArchived(caller.TenantId, datasetId));
            return new(datasetId, await live.OpenAsync(caller.TenantId, datasetId, head, ct), may);
        }
        var view = await FindViewAsync(caller, datasetId, ct);
        var viewed = await store.FindHeadAsync(caller.TenantId, view.DatasetId, ct) ?? throw NotFound(caller, datasetId);
        var mayRead = await RightsOfViewAsync(caller, view, viewed.CreatedBy, viewed.RightsVersion, level, ct);
        return new(datasetId, await live.OpenAsync(caller.TenantId, view.DatasetId, viewed, ct), mayRead);
    }

    /// <summary>What is known of a dataset without opening it, as far as the caller may see it.</summary>
    /// <inheritdoc cref="AccessAsync"/>
    public async Task<DatasetState> DescribeAsync(Caller caller, Guid datasetId, Level level, CancellationToken ct)
    {
        if (await store.FindAsync(caller.TenantId, datasetId, ct) is { } state)
        {
            var may = await rights.OfAsync(caller, datasetId, state.CreatedBy, state.RightsVersion, ct);
            Check(caller, datasetId, may, level);
            return Restrict(state, may);
        }
        var view = await FindViewAsync(caller, datasetId, ct);
        var viewed = await store.FindAsync(caller.TenantId, view.DatasetId, ct) ?? throw NotFound(caller, datasetId);
        var mayRead = await RightsOfViewAsync(caller, view, viewed.CreatedBy, viewed.RightsVersion, level, ct);
        return Restrict(viewed, mayRead) with
        {
            DatasetId = datasetId,
            Definition = Restrict(viewed, mayRead).Definition with { Name = view.Rules.Name, Tags = [] },
            IsPermissionedView = true,
            CreatedAt = view.CreatedAt,
            CreatedBy = view.CreatedBy,
            ModifiedAt = view.ModifiedAt,
            ModifiedBy = view.ModifiedBy,
        };
    }

    /// <summary>A dataset with its rights, for those who may manage these.</summary>
    /// <exception cref="Refused">There is none that the caller may know of, or the caller may not manage its rights.</exception>
    internal async Task<(DatasetState State, DatasetRights Rights, EffectiveRights Own)> ManageAsync(
        Caller caller, Guid datasetId, Level level, CancellationToken ct)
    {
        if (await store.FindAsync(caller.TenantId, datasetId, ct) is not { } state)
        {
            var view = await FindViewAsync(caller, datasetId, ct);
            throw await ViewRefusalAsync(caller, view, ct);
        }
        var all = await rights.FindAsync(caller.TenantId, datasetId, state.CreatedBy, state.RightsVersion, ct);
        var own = EffectiveRights.Of(caller, all);
        Check(caller, datasetId, own, level);
        return own.MayManageRights ? (state, all, own) : throw Denied(caller, datasetId);
    }

    /// <summary>The definition of a new dataset; what is wrong with it is noted.</summary>
    public async Task<DatasetDefinition> CheckAsync(Caller caller, DefinitionPatch patch, CancellationToken ct)
    {
        var definition = patch.ApplyTo(null);
        patch.CheckCalculations(definition, await LookupsAsync(caller, patch.LookupDatasets, ct));
        return definition;
    }

    /// <summary>Makes an empty dataset, which belongs to the caller.</summary>
    public async Task<Guid> CreateAsync(Caller caller, DatasetDefinition definition, CancellationToken ct)
    {
        if (caller.IsGuest() || caller.IsReadOnly())
            throw new Refused(Errors.DatasetAccessDenied($"{caller.TenantId}/datasets"));
        var datasetId = Guid.NewGuid();
        var creation = new ChangeSet(Stamp(caller)) { Definition = definition.WithRequiredCore() };
        if (await log.AppendAsync(caller.TenantId, datasetId, 1, creation, ct) is null)
            throw new InvalidOperationException($"A new dataset's id, {datasetId}, is taken.");
        await audit.WriteAsync(caller, AuditKinds.DatasetCreate, definition.Name, datasetId);
        return datasetId;
    }

    /// <summary>Changes a dataset's definition. A change that changes nothing leaves no trace.</summary>
    /// <param name="problems">What is wrong with the request so far; what the patch finds is told together with it.</param>
    public async Task UpdateAsync(Caller caller, Guid datasetId, DefinitionPatch patch, Problems problems, CancellationToken ct)
    {
        if (problems.Any && await store.FindAsync(caller.TenantId, datasetId, ct) is { } state
            && await rights.OfAsync(caller, datasetId, state.CreatedBy, state.RightsVersion, ct) is { Level: >= Level.Modify } may)
            await CheckAsync(caller, patch, may.Restriction.Of(state.Definition), ct);
        problems.ThrowIfAny();

        var access = await AccessAsync(caller, datasetId, Level.Modify, ct);
        await CheckAsync(caller, patch, access.Definition, ct);
        problems.ThrowIfAny();
        await access.Live.ApplyAsync(
            snapshot =>
            {
                var restriction = access.Rights.Restriction;
                var after = patch.ApplyTo(restriction.Of(snapshot.Definition));
                problems.ThrowIfAny();
                var definition = restriction.Widen(snapshot.Definition, after)
                    ?? throw new Refused(Errors.DatasetConfigurationInvalid("A property's key cannot be used.") with { JsonBody = "$.properties" });
                return new ChangeSet(Stamp(caller)) { Definition = snapshot.Definition.Equals(definition) ? null : definition };
            },
            ct);
    }

    /// <summary>Puts the properties that the caller sees in another order.</summary>
    /// <param name="field">Their keys, all of them.</param>
    public async Task<IReadOnlyList<string>> OrderPropertiesAsync(Caller caller, Guid datasetId, JsonField? field, Problems problems, CancellationToken ct)
    {
        var keys = (field?.Array() ?? []).Select(item => (Field: item, Key: item.FilledText())).ToList();
        foreach (var (item, key) in keys.Where(entry => entry.Key is not null).GroupBy(entry => entry.Key).SelectMany(group => group.Skip(1)))
            item.Problem(Errors.FieldMustBeUnique(key!));
        problems.ThrowIfAny();
        var access = await AccessAsync(caller, datasetId, Level.Modify, ct);
        foreach (var (item, key) in keys.Where(entry => access.Definition.Find(entry.Key!) is null))
            item.Problem(Errors.PropertyNotFound(key!));
        if (!problems.Any && keys.Count < access.Definition.Properties.Length)
            field!.Problem(Errors.DatasetConfigurationInvalid("All properties must be named, each once."));
        problems.ThrowIfAny();
        await access.Live.ApplyAsync(
            snapshot =>
            {
                var restriction = access.Rights.Restriction;
                var seen = restriction.Of(snapshot.Definition);
                if (seen.Properties.Length != keys.Count || keys.Any(entry => seen.Find(entry.Key!) is null))
                    throw new Refused(Errors.ChangedMeanwhile);
                var definition = restriction.Widen(snapshot.Definition, seen with { Properties = [.. keys.Select(entry => seen.Find(entry.Key!)!)] })!;
                return new ChangeSet(Stamp(caller)) { Definition = snapshot.Definition.Equals(definition) ? null : definition };
            },
            ct);
        return [.. keys.Select(entry => entry.Key!)];
    }

    async Task CheckAsync(Caller caller, DefinitionPatch patch, DatasetDefinition current, CancellationToken ct)
    {
        var definition = patch.ApplyTo(current);
        var named = definition.Properties.Select(p => p.Lookup is { Mode: LookupMode.Dataset, DatasetId: { } id } ? id : (Guid?)null).OfType<Guid>();
        patch.CheckCalculations(definition, await LookupsAsync(caller, named.Concat(patch.LookupDatasets), ct));
    }

    /// <summary>The definitions of those of the datasets that the caller may read.</summary>
    internal async Task<IReadOnlyDictionary<Guid, DatasetDefinition>> LookupsAsync(Caller caller, IEnumerable<Guid> datasetIds, CancellationToken ct)
    {
        Dictionary<Guid, DatasetDefinition> found = [];
        foreach (var id in datasetIds.Distinct())
            if (await store.FindAsync(caller.TenantId, id, ct) is { } state
                && await rights.OfAsync(caller, id, state.CreatedBy, state.RightsVersion, ct) is { Level: not null } may)
                found[id] = may.Restriction.Of(state.Definition);
        return found;
    }

    static DatasetState Restrict(DatasetState state, EffectiveRights may) =>
        state with { Definition = may.Restriction.Of(state.Definition), RightsKey = may.Key };

    async Task<PermissionedView> FindViewAsync(Caller caller, Guid viewId, CancellationToken ct) =>
        await rights.FindViewAsync(caller.TenantId, viewId, ct) ?? throw NotFound(caller, viewId);

    async Task<EffectiveRights> RightsOfViewAsync(
        Caller caller, PermissionedView view, string owner, long version, Level level, CancellationToken ct)
    {
        var may = EffectiveRights.Of(caller, await rights.FindAsync(caller.TenantId, view.DatasetId, owner, version, ct), view);
        if (may.Level is null)
            throw NotFound(caller, view.ViewId);
        return level == Level.Read ? may : throw new Refused(Errors.ViewIsReadOnly(caller.TenantId, view.ViewId));
    }

    async Task<Refused> ViewRefusalAsync(Caller caller, PermissionedView view, CancellationToken ct)
    {
        var viewed = await store.FindHeadAsync(caller.TenantId, view.DatasetId, ct) ?? throw NotFound(caller, view.ViewId);
        await RightsOfViewAsync(caller, view, viewed.CreatedBy, viewed.RightsVersion, Level.Read, ct);
        return new Refused(Errors.ViewIsReadOnly(caller.TenantId, view.ViewId));
    }

    /// <summary>Who may not even read a dataset does not learn that it is there.</summary>
    static void Check(Caller caller, Guid datasetId, EffectiveRights may, Level level)
    {
        if (may.Level is null)
            throw NotFound(caller, datasetId);
        if (may.Level < level)
            throw Denied(caller, datasetId);
    }

    static Refused NotFound(Caller caller, Guid datasetId) => new(Errors.DatasetNotFound(caller.TenantId, datasetId));

    static Refused Denied(Caller caller, Guid datasetId) => new(Errors.DatasetAccessDenied($"{caller.TenantId}/datasets/{Ids.Print(datasetId)}"));

    TransactionStamp Stamp(Caller caller) => TransactionStamp.New(time.GetUtcNow().ToUnixTimeMilliseconds(), caller.Email, caller.Channel);
}
