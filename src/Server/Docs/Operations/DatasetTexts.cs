using Espalier.Server.Datasets;

namespace Espalier.Server.Docs.Operations;

/// <summary>What the document says of datasets.</summary>
static class DatasetTexts
{
    const string Tag = "Datasets";

    public static readonly OperationText[] All =
    [
        new(Tag, "listDatasets", "The datasets that the caller may read, by name, with links to what can be done with them.")
        {
            Answer = new(200, "The datasets.", typeof(DatasetEntry[])),
        },
        new(Tag, "createDataset", """
            Makes an empty dataset. The properties named by autoId, labelId, treeId and treeParentId must be among its
            properties and are always required; treeId and treeParentId come together and make it a hierarchy.
            """)
        {
            Body = new(typeof(NewDataset), """
                {"name": "People", "type": "PEOPLE", "autoId": "employeeID", "labelId": "fullName",
                 "treeId": "employeeID", "treeParentId": "managerID", "tags": ["hr"],
                 "properties": [
                   {"key": "employeeID", "type": "number", "name": "Employee ID"},
                   {"key": "fullName", "type": "text", "name": "Full name"},
                   {"key": "managerID", "type": "number"},
                   {"key": "startDate", "type": "date"}]}
                """),
            Answer = new(201, "The dataset.", typeof(DatasetResource)),
        },
        new(Tag, "updateDataset", """
            Merges the body into the dataset's definition. Properties are known by their keys: those there are change, others
            are added. When a property's type changes, its values are converted; what does not convert stays readable as it was.
            """)
        {
            Query = [QueryText.Flag("deleteOmittedProperties", false, "Remove the properties that the body does not name, with their values.")],
            Body = new(typeof(DatasetChange), """{"properties": [{"key": "location", "type": "text"}], "tags": null}"""),
            Answer = new(200, "The dataset as it is now.", typeof(DatasetResource)),
            Refusals = [404],
        },
        new(Tag, "retrieveDataset", "The dataset's definition, the time and transaction of its last change, and links to its exports.")
        {
            Answer = new(200, "The dataset. Its cacheKey stays the same as long as nothing changes.", typeof(DatasetResource)),
            Refusals = [404],
        },
    ];
}
