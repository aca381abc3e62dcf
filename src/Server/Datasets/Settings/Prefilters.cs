using System.Text.Json;
using Espalier.Engine.Filters;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Auditing;
using Espalier.Server.Events;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Items;
using Espalier.Server.Rights;

namespace Espalier.Server.Datasets.Settings;

/// <summary>
/// The filters with which datasets are opened to be worked with (decision 21). They are no rights: conditions on what a caller
/// does not see are not there for that caller.
/// </summary>
public sealed class Prefilters(IDatasetStandingStore store, DatasetService datasets, AuditLog audit, EventHub events)
{
    /// <returns>Null when there is none.</returns>
    /// <exception cref="Refused">There is no dataset with this id that the caller may read.</exception>
    public async Task<Dictionary<string, JsonElement>?> FindAsync(Caller caller, Guid datasetId, CancellationToken ct)
    {
        var access = await datasets.AccessAsync(caller, datasetId, Level.Read, ct);
        return Seen(await store.FindPrefilterAsync(caller.TenantId, access.Live.DatasetId, ct), access.Definition);
    }

    /// <summary>Replaces the filter by the body's; null takes it away. Conditions on what the caller does not see stay.</summary>
    public async Task<Dictionary<string, JsonElement>?> SaveAsync(Caller caller, Guid datasetId, JsonField? body, Problems problems, CancellationToken ct)
    {
        problems.ThrowIfAny();
        var access = await datasets.AccessAsync(caller, datasetId, Level.Modify, ct);
        body = body!.Object();
        body?.RefuseOthers("filter");
        var field = body?.Member("filter") ?? body?.Required("filter");
        var (seen, nodes) = (access.Definition, access.Live.Current.Nodes);
        if (field is { IsNull: false })
            FilterReader.Read(field, key => Sees(seen, key) ? nodes.FindStored(key) : null);
        problems.ThrowIfAny();

        var filter = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (key, condition) in field is { IsNull: false } ? field.Members() : [])
            filter[key] = condition.Element;
        foreach (var (key, condition) in Read(await store.FindPrefilterAsync(caller.TenantId, datasetId, ct)) ?? [])
            if (!Sees(seen, key) && Sees(access.Live.Current.Definition, key))
                filter[key] = condition;
        if (!await store.SavePrefilterAsync(caller.TenantId, datasetId, filter.Count == 0 ? null : JsonSerializer.Serialize(filter, Json.Options), ct))
            throw new Refused(Errors.DatasetNotFound(caller.TenantId, datasetId));
        events.Publish(new MetaChanged(caller.TenantId, MetaChanged.Datasets, datasetId));
        await audit.WriteAsync(caller, AuditKinds.PrefilterChange, seen.Name, datasetId, new Dictionary<string, long> { ["conditions"] = filter.Count });
        return Seen(filter, seen);
    }

    /// <summary>Gives a dataset that has just been made the filter of another one, as far as the caller sees it.</summary>
    public async Task TakeOverAsync(Caller caller, Guid datasetId, Guid copyId, CancellationToken ct)
    {
        if (await FindAsync(caller, datasetId, ct) is { } filter)
            await store.SavePrefilterAsync(caller.TenantId, copyId, JsonSerializer.Serialize(filter, Json.Options), ct);
    }

    /// <summary>What the caller opens of a snapshot of the dataset.</summary>
    /// <returns>Null: all of it. Else the filter, and a text that is equal for equal ones.</returns>
    public async Task<(Filter Filter, string Key)?> OfAsync(Caller caller, DatasetAccess access, Snapshot snapshot, CancellationToken ct)
    {
        var filter = Seen(await store.FindPrefilterAsync(caller.TenantId, access.Live.DatasetId, ct), access.Rights.Restriction.Of(snapshot.Definition));
        if (filter is null)
            return null;
        var key = JsonSerializer.Serialize(filter, Json.Options);
        return (RightsJson.FilterOf(JsonSerializer.Deserialize<JsonElement>(key)), key);
    }

    /// <summary>The conditions on what a definition has, of a filter as it is kept.</summary>
    internal static Dictionary<string, JsonElement>? Seen(string? kept, DatasetDefinition definition) =>
        Read(kept) is { } filter ? Seen(filter, definition) : null;

    static Dictionary<string, JsonElement>? Seen(Dictionary<string, JsonElement> filter, DatasetDefinition definition)
    {
        var seen = filter.Where(condition => Sees(definition, condition.Key)).ToDictionary(StringComparer.Ordinal);
        return seen.Count == 0 ? null : seen;
    }

    static Dictionary<string, JsonElement>? Read(string? kept) =>
        kept is null ? null : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(kept, Json.Options);

    /// <summary>Internal properties, such as <c>_id</c>, are everybody's.</summary>
    static bool Sees(DatasetDefinition definition, string key) => key.StartsWith('_') || definition.Find(key) is not null;
}
