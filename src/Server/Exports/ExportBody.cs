using Espalier.Server.Drafts;
using Espalier.Server.Drafts.Actions;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Locations;
using Espalier.Server.Reading;
using Espalier.Server.Reading.Calculation;

namespace Espalier.Server.Exports;

/// <summary>Reads the body of an asynchronous export and notes all that is wrong with it.</summary>
sealed class ExportBody(LocationReader locations)
{
    /// <param name="body">Null: nothing special is wanted.</param>
    /// <param name="view">Null when the dataset could not be opened; then keys are not checked.</param>
    /// <returns>Where the result goes, whom to tell, which on-demand properties run, and the output as it was written.</returns>
    public (string? ResultUrl, Callback? Callback, IReadOnlyList<string> OnDemand, JsonField? Output) Read(JsonField? body, string tenantId, DatasetView? view)
    {
        if (body?.Object() is null)
            return (null, null, [], null);
        LinkingRelationships.Read(body);
        var onDemand = OnDemandKeys.Read(body.Member("executeOnDemand"), view?.Snapshot.Definition);
        var query = body.Optional("query")?.Object();
        query?.Member("input")?.Problem(Errors.FieldIsNotImplemented("An export cannot filter its input; use query.output."));
        var output = query?.Optional("output");
        OutputReader.Read(output, view is null ? null : view.Nodes.Find);
        return (locations.Result(body, tenantId), locations.Callback(body, "datasetId"), onDemand, output);
    }

    /// <summary>The drafts that are to be laid over the dataset.</summary>
    public static IReadOnlyList<DraftLayer> ReadDrafts(JsonField? body) =>
        body?.Optional("dataset")?.Optional("drafts")?.Array() is { } drafts ? LayerBody.ReadAll(drafts) : [];
}
