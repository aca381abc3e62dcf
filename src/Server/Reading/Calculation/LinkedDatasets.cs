using Espalier.Engine.Calculation;
using Espalier.Engine.Gizmo;
using Espalier.Server.Access;
using Espalier.Server.Datasets.Linking;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Reading.Calculation;

/// <summary>
/// Opens the links datasets that a request names, and the datasets at their other ends, with the caller's own rights:
/// what the caller may not see is as if there were no links to it.
/// </summary>
public sealed class LinkedDatasets(Relationships relationships)
{
    /// <summary>Reads <c>dataset.linkingRelationships</c> of a body; what is wrong is noted.</summary>
    /// <param name="dataset">The body's member; null when there is none.</param>
    /// <param name="datasetId">Null when the dataset could not be opened; then ids are only read.</param>
    public async Task<IReadOnlyList<Guid>> ReadAsync(JsonField? dataset, Caller caller, Guid? datasetId, CancellationToken ct)
    {
        List<Guid> read = [];
        if (dataset?.Object()?.Optional("linkingRelationships")?.Array() is not { Count: > 0 } fields)
            return read;
        var known = datasetId is { } id ? (await relationships.OfAsync(caller, id, ct)).Select(r => r.Links.DatasetId).ToHashSet() : null;
        foreach (var field in fields)
        {
            if (field.Object()?.Required("datasetId") is not { } named || named.Text() is not { } text)
                continue;
            if (!Ids.TryParse(text, out var links))
                named.Problem(Errors.FieldHasWrongType("the id of a links dataset, a UUID string"));
            else if (read.Contains(links))
                named.Problem(Errors.FieldMustBeUnique(text));
            else if (known?.Contains(links) == false)
                named.Problem(Errors.FieldIsNotImplemented("This dataset has no links dataset with this id."));
            read.Add(links);
        }
        return read;
    }

    /// <exception cref="Refused">There is no such links dataset any more, or the caller may not read it or its other end.</exception>
    public async Task<OpenedRelationships> OpenAsync(Caller caller, Guid datasetId, ViewWish wish, ViewOpener open, CancellationToken ct)
    {
        var opened = new OpenedRelationships();
        var calculated = ViewWish.Calculated with { ExpressionTime = wish.ExpressionTime };
        foreach (var id in wish.Links)
        {
            // Those that the links dataset itself names are there already.
            if (id == datasetId)
                continue;
            var view = await open(caller, id, calculated, ct);
            if (view.Snapshot.Definition.Ends is not { } ends || (ends.From != datasetId && ends.To != datasetId))
                throw LinkService.NotFound(caller, id);
            var far = await open(caller, ends.From == datasetId ? ends.To : ends.From, calculated, ct);
            opened.Add(view, far, ends.From == datasetId);
        }
        return opened;
    }
}

/// <summary>The links that calculations over a dataset use, opened.</summary>
public sealed class OpenedRelationships
{
    readonly List<(DatasetView Links, DatasetView Far, bool IsFrom)> _all = [];

    internal void Add(DatasetView links, DatasetView far, bool isFrom) => _all.Add((links, far, isFrom));

    /// <summary>The context with these links, which stand in <c>node.links</c> in the order in which they were asked for.</summary>
    public CalculationContext AddTo(CalculationContext context) => _all.Count == 0 ? context : context with
    {
        Attach = Attach,
        Others = context.Others is { } others && _all.All(l => l.Links.Sources is not null && l.Far.Sources is not null)
            ? [.. others, .. _all.SelectMany(l => l.Links.Sources!.Concat(l.Far.Sources!).Append(l.IsFrom))]
            : null,
    };

    void Attach(GizmoDataset near)
    {
        foreach (var (links, far, isFrom) in _all)
            LinkTable.Join(links.Snapshot.Definition.Name, links.Calculated!.Dataset, near, far.Calculated!.Dataset, isFrom);
    }
}
