using Espalier.Server.Drafts;
using Espalier.Server.Drafts.Comparing;
using Espalier.Server.Drafts.Editing;
using Espalier.Server.Jobs;

namespace Espalier.Server.Docs.Operations;

/// <summary>What the document says of drafts.</summary>
static class DraftTexts
{
    const string Tag = "Drafts";

    const string LayersExample = """
        {"layers": [{"draftId": "36A1E02D-DC20-61C5-A11F-DD85440C652C", "layerKey": "default"}], "foldScheme": "distinct"}
        """;

    static readonly QueryText[] Page =
    [
        QueryText.Number("offset", "How many to pass over.", "0"),
        QueryText.Number("limit", "How many to answer; all unless it is given.", "100"),
    ];

    public static readonly OperationText[] All =
    [
        new(Tag, "listDrafts", "The drafts that the caller may read, by name.")
        {
            Answer = new(200, "The drafts.", typeof(DraftResource[])),
        },
        new(Tag, "queryDrafts", """
            Drafts whose `name`, `description` and `createdBy` pass a filter. A projection names members with 1; the links are always there.
            """)
        {
            Body = new(typeof(DraftQuery), """{"filter": {"createdBy": "ana@example.com"}, "projection": {"draftId": 1, "name": 1}}""") { IsOptional = true },
            Answer = new(200, "The drafts.", typeof(DraftResource[])),
        },
        new(Tag, "retrieveDraft", "A draft, with a link whose body exports its actions.")
        {
            Answer = new(200, "The draft.", typeof(DraftResource)),
            Refusals = [404],
        },
        new(Tag, "exportDraftActions", """
            Writes what is in drafts as item actions that an import takes. Several layers are folded: distinct merges them into one action
            for each item, lossless keeps both actions where they differ, ordered merges nothing. The drafts stay as they are.
            """)
        {
            Query = ItemTexts.Result,
            Body = new(typeof(LayersRequest), LayersExample),
            Answer = new(202, "The job's ticket.", typeof(Ticket)),
            Refusals = [404],
        },
        new(Tag, "applyDrafts", """
            Does what importing the exported actions by `_id` would do, in one transaction, once, whatever happens to the server. The drafts stay
            as they are. PUT does the same.
            """)
        {
            Query = [.. ItemTexts.Policies, .. ItemTexts.Result],
            Body = new(typeof(LayersRequest), LayersExample),
            Answer = new(202, "The job's ticket.", typeof(Ticket)),
            Refusals = [404],
        },
        new(Tag, "clearDrafts", """
            Takes all actions out of layers, or with a filter those on items that pass it: it sees items as the draft leaves them, and deleted
            ones as they are in the dataset. All layers are cleared, or none.
            """)
        {
            Body = new(typeof(ClearRequest), """{"layers": [{"draftId": "36A1E02D-DC20-61C5-A11F-DD85440C652C"}], "filter": {"location": "Leeds"}}"""),
            Answer = new(200, "An entry for each layer.", typeof(ClearedLayer[])),
            Refusals = [404],
        },
        new(Tag, "listOwnDrafts", "The drafts that the caller may read, by name, each with its dataset.")
        {
            Answer = new(200, "The drafts.", typeof(OwnDraftResource[])),
        },
        new(Tag, "createDraft", "Makes an empty draft, which belongs to the caller, on a dataset that the caller may read.")
        {
            Body = new(typeof(NewDraft), """
                {"datasetId": "F97434FC-D1B0-701E-D310-A44CC4C84947", "name": "Finance 27", "description": "Next year", "tags": ["finance"]}
                """),
            Answer = new(201, "The draft.", typeof(OwnDraftResource)),
            Refusals = [404],
        },
        new(Tag, "retrieveOwnDraft", "A draft with its dataset.")
        {
            Answer = new(200, "The draft.", typeof(OwnDraftResource)),
            Refusals = [404],
        },
        new(Tag, "updateDraft", "Changes what the body names; null takes the description or the tags away.")
        {
            Body = new(typeof(DraftPatch), """{"name": "Finance 28", "description": null}"""),
            Answer = new(200, "The draft as it is now.", typeof(OwnDraftResource)),
            Refusals = [404],
        },
        new(Tag, "deleteDraft", "Deletes the draft with all that is in it.")
        {
            Answer = new(204, "It is gone."),
            Refusals = [404],
        },
        new(Tag, "retrieveDraftItems", "All items as the draft leaves them, with their stored values and internal properties.")
        {
            Query = Page,
            Answer = new(200, "The items in their order.", typeof(StoredItem[])),
            Refusals = [404, 504],
        },
        new(Tag, "updateDraftItems", """
            Performs up to 6 MB of actions on the items as the draft leaves them, and keeps in the draft what they change. The dataset stays as
            it is. Whatever the caller sees can be changed.
            """)
        {
            Query = ItemTexts.Writing,
            Body = new(typeof(ItemAction[]), """[{"_action": "update", "employeeID": 2, "salary": 60000}, {"_action": "delete", "employeeID": 3}]"""),
            Answer = new(200, "An entry for each action, then one for each item that was deleted implicitly.", typeof(ItemResult[])),
            Refusals = [404],
        },
        new(Tag, "listDraftChanges", """
            An entry for each changed cell, and one without `key` for the creation or deletion of an item as such. `conflict` is there when
            the dataset has moved under the change.
            """)
        {
            Query = Page,
            Answer = new(200, "The changes, in the order in which the draft came to their items.", typeof(DraftChange[])),
            Refusals = [404],
        },
        new(Tag, "revertDraftChanges", """
            Takes single changes back. Without its creation a new item is gone; without its deletion an item is as in the dataset. An id that is
            no change of the draft is an error, and nothing is taken back.
            """)
        {
            Body = new(typeof(RevertRequest), """{"changeIds": ["970725D4-436A-EDEB-E736-5EA5139F618A"]}"""),
            Answer = new(200, "How many were taken back.", typeof(RevertedChanges)),
            Refusals = [404],
        },
        new(Tag, "compareDraft", """
            Compares the dataset as it is with what the draft leaves of it. Properties that group or are measured may be calculated or
            generated. Without measures items are counted.
            """)
        {
            Body = new(typeof(CompareRequest), """{"groupBy": "location", "measures": [{"op": "count"}, {"key": "salary", "op": "sum"}]}"""),
            Answer = new(200, "A row for each group and measure.", typeof(ComparedRow[]))
            {
                Example = """[{"group": "Leeds", "key": "salary", "op": "sum", "asIs": 50000, "toBe": 60000, "net": 10000}]""",
            },
            Refusals = [404],
        },
    ];
}
