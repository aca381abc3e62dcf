using Espalier.Engine.Changes;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Http;

namespace Espalier.Server.Datasets;

/// <summary>What may be done with datasets, and by whom. Every feature gets at a dataset through <see cref="OpenAsync"/>.</summary>
public sealed class DatasetService(IDatasetStore store, ITransactionLog log, LiveDatasets live, TimeProvider time)
{
    /// <summary>The datasets the caller may read.</summary>
    public async Task<IReadOnlyList<DatasetListing>> ListAsync(Caller caller, CancellationToken ct) =>
        [.. (await store.ListAsync(caller.TenantId, ct)).Where(d => LevelOf(caller, d.CreatedBy) >= Level.Read)];

    /// <summary>A dataset with all that has been committed.</summary>
    /// <exception cref="Refused">There is none with this id, or the caller may not do this with it.</exception>
    public async Task<LiveDataset> OpenAsync(Caller caller, Guid datasetId, Level level, CancellationToken ct)
    {
        var head = await store.FindHeadAsync(caller.TenantId, datasetId, ct)
            ?? throw new Refused(Errors.DatasetNotFound(caller.TenantId, datasetId));
        Check(caller, datasetId, head.CreatedBy, level);
        return await live.OpenAsync(caller.TenantId, datasetId, head, ct);
    }

    /// <summary>What is known of a dataset without opening it.</summary>
    /// <exception cref="Refused">There is none with this id, or the caller may not do this with it.</exception>
    public async Task<DatasetState> DescribeAsync(Caller caller, Guid datasetId, Level level, CancellationToken ct)
    {
        var state = await store.FindAsync(caller.TenantId, datasetId, ct)
            ?? throw new Refused(Errors.DatasetNotFound(caller.TenantId, datasetId));
        Check(caller, datasetId, state.CreatedBy, level);
        return state;
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
        var datasetId = Guid.NewGuid();
        var creation = new ChangeSet(Stamp(caller)) { Definition = definition.WithRequiredCore() };
        if (await log.AppendAsync(caller.TenantId, datasetId, 1, creation, ct) is null)
            throw new InvalidOperationException($"A new dataset's id, {datasetId}, is taken.");
        return datasetId;
    }

    /// <summary>Changes a dataset's definition. A change that changes nothing leaves no trace.</summary>
    /// <param name="problems">What is wrong with the request so far; what the patch finds is told together with it.</param>
    public async Task UpdateAsync(Caller caller, Guid datasetId, DefinitionPatch patch, Problems problems, CancellationToken ct)
    {
        if (problems.Any && await store.FindAsync(caller.TenantId, datasetId, ct) is { } state
            && LevelOf(caller, state.CreatedBy) >= Level.Modify)
            await CheckAsync(caller, patch, state.Definition, ct);
        problems.ThrowIfAny();

        var dataset = await OpenAsync(caller, datasetId, Level.Modify, ct);
        await CheckAsync(caller, patch, dataset.Current.Definition, ct);
        problems.ThrowIfAny();
        await dataset.ApplyAsync(
            snapshot =>
            {
                var definition = patch.ApplyTo(snapshot.Definition);
                problems.ThrowIfAny();
                return new ChangeSet(Stamp(caller)) { Definition = snapshot.Definition.Equals(definition) ? null : definition };
            },
            ct);
    }

    async Task CheckAsync(Caller caller, DefinitionPatch patch, DatasetDefinition current, CancellationToken ct)
    {
        var definition = patch.ApplyTo(current);
        var named = definition.Properties.Select(p => p.Lookup is { Mode: LookupMode.Dataset, DatasetId: { } id } ? id : (Guid?)null).OfType<Guid>();
        patch.CheckCalculations(definition, await LookupsAsync(caller, named.Concat(patch.LookupDatasets), ct));
    }

    /// <summary>The definitions of those of the datasets that the caller may read.</summary>
    async Task<IReadOnlyDictionary<Guid, DatasetDefinition>> LookupsAsync(Caller caller, IEnumerable<Guid> datasetIds, CancellationToken ct)
    {
        Dictionary<Guid, DatasetDefinition> found = [];
        foreach (var id in datasetIds.Distinct())
            if (await store.FindAsync(caller.TenantId, id, ct) is { } state && LevelOf(caller, state.CreatedBy) >= Level.Read)
                found[id] = state.Definition;
        return found;
    }

    /// <summary>
    /// The default until somebody grants rights: admins and the owner have all of them, everybody else in the tenant may
    /// read and write items.
    /// </summary>
    static Level LevelOf(Caller caller, string owner) =>
        caller.Role == Role.Admin || string.Equals(caller.Email, owner, StringComparison.OrdinalIgnoreCase)
            ? Level.Manage
            : Level.Update;

    static void Check(Caller caller, Guid datasetId, string owner, Level level)
    {
        if (LevelOf(caller, owner) < level)
            throw new Refused(Errors.DatasetAccessDenied($"{caller.TenantId}/datasets/{Ids.Print(datasetId)}"));
    }

    TransactionStamp Stamp(Caller caller) => TransactionStamp.New(time.GetUtcNow().ToUnixTimeMilliseconds(), caller.Email, "api");
}
