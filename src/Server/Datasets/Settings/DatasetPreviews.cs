using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Datasets.Definitions;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Reading;

namespace Espalier.Server.Datasets.Settings;

/// <summary>Shows what a change of the definition would do, over what the caller may see of the items.</summary>
public sealed class DatasetPreviews(DatasetViews views)
{
    const int Most = 20;

    public async Task<HierarchyPreview> HierarchyAsync(Caller caller, Guid datasetId, JsonField? body, Problems problems, CancellationToken ct)
    {
        body = body?.Object();
        body?.RefuseOthers("treeId", "treeParentId", "limit");
        var (idField, parentField) = (body?.Required("treeId"), body?.Required("treeParentId"));
        var (treeId, treeParentId) = (idField?.FilledText(), parentField?.FilledText());
        if (treeId is not null && treeId == treeParentId)
            parentField!.Problem(Errors.DatasetConfigurationInvalid("treeId and treeParentId must be different properties."));
        var limit = body?.Optional("limit") is { } given ? Limit(given) : Most;
        problems.ThrowIfAny();

        var snapshot = (await views.OpenAsync(caller, datasetId, ViewWish.Now, ct)).Snapshot;
        foreach (var (field, key) in new[] { (idField!, treeId!), (parentField!, treeParentId!) })
            if (snapshot.Definition.Find(key) is null)
                field.Problem(Errors.PropertyNotFound(key));
        problems.ThrowIfAny();
        var check = await Task.Run(() => HierarchyCheck.Of(snapshot, treeId!, treeParentId!), ct);
        var parents = snapshot.Column(treeParentId!);
        return new(check.Items, check.Roots.Count, check.Orphans.Count, check.Cycles, check.InCycles.Count, check.Duplicates.Count,
            check.BlankIds.Count, check.Depth, check.LargestSpan,
            new(Examples(check.Roots), Examples(check.Orphans), Examples(check.InCycles), Examples(check.Duplicates)));

        IReadOnlyList<HierarchyExample> Examples(IReadOnlyList<int> rows) =>
        [
            .. rows.Take(limit).Select(row => new HierarchyExample(
                Ids.Print(snapshot.Ids[row]), Label(snapshot, row), TypeCheck.TextOf(parents, row) is { Length: > 0 } parent ? parent : null)),
        ];
    }

    public async Task<TypePreview> TypeAsync(Caller caller, Guid datasetId, string key, JsonField? body, Problems problems, CancellationToken ct)
    {
        body = body?.Object();
        body?.RefuseOthers("type");
        var name = body?.Required("type")?.OneOf([.. Enum.GetValues<PropertyType>().Select(PropertyPatch.Print)]);
        problems.ThrowIfAny();

        var snapshot = (await views.OpenAsync(caller, datasetId, ViewWish.Now, ct)).Snapshot;
        var property = snapshot.Definition.Find(key) ?? throw new Refused(Errors.PropertyNotFound(key) with { PathParameter = "{key}" });
        var type = Enum.GetValues<PropertyType>().First(known => PropertyPatch.Print(known) == name);
        var check = await Task.Run(() => TypeCheck.Of(snapshot, key, type), ct);
        var column = snapshot.Column(key);
        return new(PropertyPatch.Print(property.Type), name!, check.Total, check.Converted, check.FailedRows.Count, check.Blank,
            [.. check.FailedRows.Take(Most).Select(row => new TypeExample(Ids.Print(snapshot.Ids[row]), Label(snapshot, row), TypeCheck.TextOf(column, row)))]);
    }

    static int Limit(JsonField field)
    {
        if (field.Integer() is not { } limit)
            return Most;
        if (limit is < 0 or > Most)
            field.Problem(Errors.FieldHasWrongType($"a whole number from 0 to {Most}"));
        return limit;
    }

    static string Label(Snapshot snapshot, int row) =>
        snapshot.Definition.LabelId.Length == 0 ? "" : snapshot.Column(snapshot.Definition.LabelId)[row].ToString();
}
