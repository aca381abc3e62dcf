using System.Text.Json;
using Espalier.Engine.Linking;
using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Rights;

namespace Espalier.Server.Datasets.Settings;

/// <summary>The datasets of a tenant with what is around them, as far as one caller may see it.</summary>
public sealed class DatasetOverviews(IDatasetStandingStore store, RightsBook rights)
{
    static readonly string[] StandardTypes =
    [
        "PEOPLE", "POSITIONS", "ROLES", "ACTIVITIES", "PROCESSES", "COMPETENCIES", "OBJECTIVES", "PROJECTS", "LOOKUP", "SURVEY", LinkProperties.Type,
    ];

    /// <summary>By name. Those that are deleted are shown to who can restore them.</summary>
    public async Task<IReadOnlyList<DatasetOverview>> ListAsync(Caller caller, DatasetStanding standing, CancellationToken ct)
    {
        var all = await store.ListAsync(caller.TenantId, standing, ct);
        var known = await rights.ListAsync(caller.TenantId, ct);
        var seen = new List<DatasetOverview>();
        foreach (var summary in all)
        {
            var of = known.GetValueOrDefault(summary.DatasetId) ?? DatasetRights.Of(summary.CreatedBy);
            var may = EffectiveRights.Of(caller, of);
            if (may.Level is { } level && (standing != DatasetStanding.Deleted || IsMaster(caller, of.Owner)))
                seen.Add(Of(summary, of.Owner, level, may));
        }
        if (standing == DatasetStanding.Active)
            seen.AddRange(await ViewsAsync(caller, all, known, ct));
        return [.. seen.OrderBy(dataset => dataset.Name, StringComparer.Ordinal).ThenBy(dataset => Ids.Print(dataset.DatasetId), StringComparer.Ordinal)];
    }

    /// <summary>The types that everybody knows, then those of the caller's datasets; with how many of these there are.</summary>
    public async Task<IReadOnlyList<(string Type, bool IsStandard, int Datasets)>> TypesAsync(Caller caller, CancellationToken ct)
    {
        var used = (await ListAsync(caller, DatasetStanding.Active, ct)).Where(dataset => !dataset.IsPermissionedView)
            .CountBy(dataset => dataset.Type, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. StandardTypes.Select(type => (type, true, used.GetValueOrDefault(type))),
            .. used.Where(entry => !StandardTypes.Contains(entry.Key, StringComparer.Ordinal)).OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => (entry.Key, false, entry.Value)),
        ];
    }

    /// <summary>Whether somebody may archive, delete and restore a dataset.</summary>
    public static bool IsMaster(Caller caller, string owner) =>
        !caller.IsReadOnly() && (caller.Role == Role.Admin || Account.KeyOf(caller.Email) == Account.KeyOf(owner));

    static DatasetOverview Of(DatasetSummary summary, string owner, Level level, EffectiveRights may)
    {
        var definition = may.Restriction.Of(summary.Definition);
        var managesViews = level == Level.Manage && may.MayManageRights;
        return new(summary.DatasetId, definition.Name, definition.Type, owner, level)
        {
            Tags = definition.Tags,
            Properties = definition.Properties.Length,
            IsHierarchical = definition.IsHierarchical,
            IsLinks = definition.Ends is not null,
            Items = may.Restriction is { Rules: null, Scope: null } ? summary.Items : null,
            Views = managesViews ? summary.Views : null,
            Drafts = managesViews ? summary.Drafts : null,
            CreatedAt = summary.CreatedAt,
            CreatedBy = summary.CreatedBy,
            ModifiedAt = summary.ModifiedAt,
            ModifiedBy = summary.ModifiedBy,
            ItemsModifiedAt = summary.ItemsModifiedAt,
            Version = summary.Version,
            ArchivedAt = summary.ArchivedAt,
            DeletedAt = summary.DeletedAt,
            DeletedBy = summary.DeletedBy,
            Prefilter = Prefilters.Seen(summary.Prefilter, definition),
        };
    }

    async Task<IEnumerable<DatasetOverview>> ViewsAsync(
        Caller caller, IReadOnlyList<DatasetSummary> all, IReadOnlyDictionary<Guid, DatasetRights> known, CancellationToken ct)
    {
        var byId = all.ToDictionary(summary => summary.DatasetId);
        var views = await rights.ViewsAsync(caller, byId.ToDictionary(entry => entry.Key, entry => entry.Value.CreatedBy), ct);
        return views.Select(view =>
        {
            var (viewed, of) = (byId[view.DatasetId], known.GetValueOrDefault(view.DatasetId) ?? DatasetRights.Of(byId[view.DatasetId].CreatedBy));
            var may = EffectiveRights.Of(caller, of, view);
            return Of(viewed, view.CreatedBy, Level.Read, may) with
            {
                DatasetId = view.ViewId,
                Name = view.Rules.Name,
                Tags = [],
                IsPermissionedView = true,
                CreatedAt = view.CreatedAt,
                CreatedBy = view.CreatedBy,
                ModifiedAt = view.ModifiedAt,
                ModifiedBy = view.ModifiedBy,
            };
        });
    }
}

/// <summary>A dataset, or a view of one, as one caller sees it.</summary>
public sealed record DatasetOverview(Guid DatasetId, string Name, string Type, string Owner, Level Level)
{
    public IReadOnlyList<string> Tags { get; init; } = [];
    public bool IsPermissionedView { get; init; }
    public bool IsLinks { get; init; }
    public bool IsHierarchical { get; init; }
    public int Properties { get; init; }

    /// <summary>Null where rules hide some from the caller: counting them would open the dataset.</summary>
    public long? Items { get; init; }

    /// <summary>Like the drafts, told to those who manage the dataset.</summary>
    public long? Views { get; init; }
    public long? Drafts { get; init; }
    public long CreatedAt { get; init; }
    public string CreatedBy { get; init; } = "";
    public long ModifiedAt { get; init; }
    public string ModifiedBy { get; init; } = "";
    public long ItemsModifiedAt { get; init; }
    public Guid Version { get; init; }
    public long? ArchivedAt { get; init; }
    public long? DeletedAt { get; init; }
    public string? DeletedBy { get; init; }

    /// <summary>The conditions on what the caller sees.</summary>
    public Dictionary<string, JsonElement>? Prefilter { get; init; }
}
