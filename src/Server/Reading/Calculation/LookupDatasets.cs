using Espalier.Engine.Calculation.Lookups;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Http;

namespace Espalier.Server.Reading.Calculation;

/// <summary>Opens a dataset for the same caller, as <see cref="DatasetViews.OpenAsync"/> does.</summary>
public delegate Task<DatasetView> ViewOpener(Caller caller, Guid datasetId, ViewWish wish, CancellationToken ct);

/// <summary>
/// Opens the datasets that stand behind a dataset's properties, with the caller's own rights: a lookup that the caller may
/// not read, or that is gone, is as if it were empty.
/// </summary>
public sealed class LookupDatasets(DatasetService datasets)
{
    /// <summary>A lookup may have lookups, and those again; beyond, ids are just values.</summary>
    const int MostDepth = 2;

    const string LookupType = "LOOKUP", LookupTag = "lookup";

    public async Task<OpenedLookups> OpenAsync(Caller caller, DatasetDefinition definition, ViewWish wish, ViewOpener open, CancellationToken ct)
    {
        var opened = new OpenedLookups();
        if (wish.LookupDepth >= MostDepth)
            return opened;
        Dictionary<Guid, DatasetView?> views = [];
        IReadOnlyList<DatasetListing>? all = null;
        foreach (var property in definition.Properties)
        {
            var datasetId = property.Lookup switch
            {
                { Mode: LookupMode.Dataset, DatasetId: { } chosen } => chosen,
                { Mode: LookupMode.Auto } => await NamedAsync(caller, property.Key, all ??= await datasets.ListAsync(caller, ct), ct),
                _ => null,
            };
            if (datasetId is not { } id)
                continue;
            if (!views.TryGetValue(id, out var view))
                views[id] = view = await OpenAsync(caller, id, wish, open, ct);
            if (view is not null)
                opened.Add(property, view);
        }
        return opened;
    }

    /// <summary>The lookup dataset with a property's key as its name; of several, the one that is a lookup by its type.</summary>
    async Task<Guid?> NamedAsync(Caller caller, string key, IReadOnlyList<DatasetListing> all, CancellationToken ct)
    {
        foreach (var candidate in all.Where(d => string.Equals(d.Name, key, StringComparison.OrdinalIgnoreCase)).OrderBy(d => d.Type == LookupType ? 0 : 1))
            if (candidate.Type == LookupType
                || (await datasets.DescribeAsync(caller, candidate.DatasetId, Level.Read, ct)).Definition.Tags.Contains(LookupTag))
                return candidate.DatasetId;
        return null;
    }

    static async Task<DatasetView?> OpenAsync(Caller caller, Guid datasetId, ViewWish wish, ViewOpener open, CancellationToken ct)
    {
        try
        {
            return await open(caller, datasetId, ViewWish.Calculated with { LookupDepth = wish.LookupDepth + 1, ExpressionTime = wish.ExpressionTime }, ct);
        }
        catch (Refused)
        {
            return null;
        }
    }
}

/// <summary>The opened lookups of a dataset, by the keys of its properties.</summary>
public sealed class OpenedLookups
{
    readonly Dictionary<string, (DatasetView View, bool ShowsColumns)> _byKey = new(StringComparer.Ordinal);

    /// <summary>Those whose columns show beside their property.</summary>
    public IReadOnlyList<LookedUp> Shown => [.. _byKey.Where(l => l.Value.ShowsColumns)
        .Select(l => new LookedUp(l.Key, l.Value.View.Calculated!.Dataset, l.Value.View.Nodes))];

    /// <summary>All that was read, as far as it can be said.</summary>
    public IReadOnlyList<object>? Sources => _byKey.Values.All(l => l.View.Sources is not null)
        ? [.. _byKey.OrderBy(l => l.Key, StringComparer.Ordinal).SelectMany(l => l.Value.View.Sources!.Prepend(l.Key))]
        : null;

    public GizmoDataset? Find(string key) => _byKey.TryGetValue(key, out var found) ? found.View.Calculated!.Dataset : null;

    public GizmoSchema? SchemaOf(Property property) =>
        _byKey.TryGetValue(property.Key, out var found) && found.ShowsColumns ? found.View.Calculated!.Dataset.Schema : null;

    internal void Add(Property property, DatasetView view) => _byKey[property.Key] = (view, property.Lookup!.Mode == LookupMode.Dataset);
}
