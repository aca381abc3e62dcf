using Espalier.Server.Datasets.Linking;
using Espalier.Server.Imports;
using Espalier.Server.Imports.Linking;
using Espalier.Server.Jobs;

namespace Espalier.Server.Docs.Operations;

/// <summary>What the document says of links datasets.</summary>
static class LinkTexts
{
    const string Tag = "Links";

    /// <summary>Links are identified by both their ends, so there is nothing to choose.</summary>
    static readonly QueryText[] Writing = [.. ItemTexts.Writing.Where(q => q.Name is not ("autoId" or "idKey" or "mergeKey"))];

    public static readonly OperationText[] All =
    [
        new(Tag, "createLinksDataset", """
            Makes an empty links dataset between two datasets of different types, which the caller may read. It has the properties
            from_id, to_id, link_id and allocation, and those that the body adds.
            """)
        {
            Body = new(typeof(NewLinksDataset), """
                {"name": "People to positions", "fromDatasetId": "F97434FC-D1B0-701E-D310-A44CC4C84947",
                 "toDatasetId": "0B533DE6-7107-9FCD-48FC-31C0856745CC",
                 "additionalProperties": [{"key": "since", "type": "date"}]}
                """),
            Answer = new(201, "The links dataset.", typeof(LinksResource)),
        },
        new(Tag, "updateLinksDataset", """
            Merges the body into the links dataset's definition. The datasets that it joins, and the properties that every links
            dataset has, stay as they are.
            """)
        {
            Query = [QueryText.Flag("deleteOmittedProperties", false, "Remove the additional properties that the body does not name, with their values.")],
            Body = new(typeof(LinksDatasetChange), """{"name": "Who does what", "additionalProperties": [{"key": "note", "type": "text"}]}"""),
            Answer = new(200, "The links dataset as it is now.", typeof(LinksResource)),
            Refusals = [404],
        },
        new(Tag, "updateLinks", """
            Performs up to 6 MB of actions on links in their order, as one transaction. Both ends identify a link; an update of one
            that is not there creates it. Ids that are not there in the linked datasets are kept, and ignored in calculations.
            """)
        {
            Query = Writing,
            Body = new(typeof(LinkAction[]), """
                [{"_action": "create", "from_id": 1133478, "to_id": "pos_a123", "allocation": 1},
                 {"_action": "delete", "from_id": 3101881, "to_id": "pos_a191"}]
                """),
            Answer = new(200, "An entry for each action, then one for each link that was deleted implicitly.", typeof(LinkResult[]))
            {
                Example = """
                    [{"_status": "success", "_id": "5C9EF1F8-0048-4CE9-91E7-789B857EE73C", "_action": "create", "link_id": "[1133478,\"pos_a123\"]"}]
                    """,
            },
            Refusals = [404],
        },
        new(Tag, "importLinks", """
            Reads a file of actions on links from importLocation and performs them as one transaction. Batches of about 25,000
            actions are usual. The result is what the synchronous way answers.
            """)
        {
            Query = [.. Writing, .. ItemTexts.Result],
            Body = new(typeof(ImportRequest), """
                {"importLocation": {"method": "GET", "url": "https://example.com/api/canon/v1/temporaryStore?token=…"},
                 "callback": {"method": "GET", "urlTemplate": "https://example.com/done?status={{jobStatus}}&links={{linksDatasetId}}"}}
                """),
            Answer = new(202, "The job's ticket.", typeof(Ticket)),
            Refusals = [404],
        },
        new(Tag, "syncLinks", """
            Fills the links dataset from one of the datasets that it joins, whose items hold the ids of those at the other end: a
            link is made or replaced for each item that names one which is there, and all other links are deleted.
            """)
        {
            Query = [.. ItemTexts.Policies, .. ItemTexts.Result],
            Body = new(typeof(LinkSyncRequest), """
                {"sourceDatasetId": "F97434FC-D1B0-701E-D310-A44CC4C84947", "targetDatasetAutoId": "positionsId", "allocationId": "fte"}
                """),
            Answer = new(202, "The job's ticket.", typeof(Ticket)),
            Refusals = [404],
        },
    ];
}
