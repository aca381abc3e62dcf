using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Reading.Calculation;

/// <summary>Reads <c>dataset.linkingRelationships</c> of a body: the links datasets that calculations use.</summary>
public static class LinkingRelationships
{
    /// <summary>There are no links datasets yet, so none can be named.</summary>
    public static void Read(JsonField? body)
    {
        foreach (var relationship in body?.Optional("dataset")?.Object()?.Optional("linkingRelationships")?.Array() ?? [])
            if (relationship.Object()?.Required("datasetId") is { } id && id.Text() is not null)
                id.Problem(Errors.FieldIsNotImplemented("This dataset has no links dataset with this id."));
    }
}
