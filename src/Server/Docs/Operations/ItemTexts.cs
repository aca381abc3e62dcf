using Espalier.Server.Calculations;
using Espalier.Server.Imports;
using Espalier.Server.Items;
using Espalier.Server.Jobs;

namespace Espalier.Server.Docs.Operations;

/// <summary>What the document says of reading and writing items.</summary>
static class ItemTexts
{
    const string Tag = "Items";

    /// <summary>The parameters of whatever performs actions.</summary>
    internal static readonly QueryText[] Policies =
    [
        QueryText.Choice("onPropertyAccessDenied",
            "A property the caller may not write: the whole item counts as denied, or the property is left out.",
            "denyItemAccess", "skipProperty"),
        QueryText.Choice("onItemAccessDenied",
            "An item the caller may not change so: nothing at all is written, or the action is skipped.",
            "failTransaction", "skipAction"),
        QueryText.Choice("onActionValidationFailure",
            "An action that is wrong: nothing at all is written and all that is wrong is told, or the action is skipped and its entry in the result has _errors.",
            "failTransaction", "skipAction"),
        QueryText.Flag("dryRun", false, "Answer the result as it would be, and write nothing. A job's ticket then says so, and its payload stays in its file."),
        new("maxDeletes", """
            The most items that may be deleted, explicitly and implicitly together: a number, or a percentage of the items before
            the import, such as 5% (in a URL: 5%25). An import that would delete more fails with 400940 and writes nothing.
            """) { Example = "5%" },
    ];

    /// <summary>The parameters of whatever has a result in a file.</summary>
    internal static readonly QueryText[] Result =
    [
        QueryText.Choice("resultEncoding", "Whether the result is packed.", "identity", "gzip"),
        QueryText.Choice("encoding", "The older name of resultEncoding, which goes before it.", "identity", "gzip"),
    ];

    /// <summary>The parameters of both ways of writing.</summary>
    internal static readonly QueryText[] Writing =
    [
        QueryText.Choice("dateFormat", "How dates are written in the payload, all of them.", "YYYY-MM-DD", "DD/MM/YYYY", "MM/DD/YYYY"),
        .. Policies,
        QueryText.Flag("autoId", false, "Identify items by the dataset's autoId property instead of _id. Excludes idKey and mergeKey."),
        QueryText.Many("idKey", "Identify items by these properties together. A comma does not separate keys: repeat the parameter.", "employeeID"),
        QueryText.Many("mergeKey", "Apply each action to every item that has these values. Excludes implicitDelete.", "department"),
        QueryText.Flag("implicitDelete", false, "Delete the items that no action named. Skipped actions and noop protect their items."),
        QueryText.Many("clearToken", "A text that clears the value, beside null and the empty text.", "REMOVE_ME"),
        QueryText.Many("noopToken", "A text that leaves the value as it is. An empty one makes empty cells of CSV mean that.", "IGNORE_ME"),
    ];

    const string ItemExample = """
        [{"employeeID": 1, "fullName": "Ana", "_id": "970725D4-436A-EDEB-E736-5EA5139F618A", "_access": "Item.delete", "_modifiedAt": "2026-06-02T10:01:25.579Z"}]
        """;

    public static readonly OperationText[] All =
    [
        new(Tag, "retrieveItems", "All items with all stored values and their internal properties. Nothing is calculated.")
        {
            Query = [HistoryTexts.AsOf],
            Answer = new(200, "The items in their order.", typeof(StoredItem[])) { Example = ItemExample },
            Refusals = [404, 504],
        },
        new(Tag, "queryItems", """
            Items that pass a filter. A filter names properties, all of which must match: `{"key": value}` is equality, and there are
            `$ne`, `$gt`, `$gte`, `$lt`, `$lte`, `$in` and `$nin`. A projection names properties with 1; without it there are all
            properties and no internal ones.
            """)
        {
            Query = [HistoryTexts.AsOf],
            Body = new(typeof(ItemQuery), """
                {"filter": {"salary": {"$gte": 50000}, "location": {"$nin": ["Leeds"]}}, "projection": {"fullName": 1, "_id": 1}}
                """) { IsOptional = true },
            Answer = new(200, "The items in their order.", typeof(StoredItem[])) { Example = ItemExample },
            Refusals = [404, 504],
        },
        new(Tag, "updateItems", """
            Performs up to 6 MB of actions in their order, as one transaction: when the answer comes, all of it is kept.
            """)
        {
            Query = Writing,
            Body = new(typeof(ItemAction[]), """
                [{"_action": "createOrUpdate", "employeeID": 1, "fullName": "Ana", "salary": 65000}, {"_action": "delete", "employeeID": 2}]
                """),
            Answer = new(200, "An entry for each action, then one for each item that was deleted implicitly.", typeof(ItemResult[]))
            {
                Example = """
                    [{"_status": "success", "_id": "5C9EF1F8-0048-4CE9-91E7-789B857EE73C", "_action": "createOrUpdate", "employeeID": 1}]
                    """,
            },
            Refusals = [404],
        },
        new(Tag, "importItems", """
            Reads a file of actions from importLocation, usually the `get` URL of a temporary file, and performs them as one
            transaction. The file is JSON, CSV or TSV, packed or not. The result is what the synchronous way answers; without a
            resultLocation it takes the payload's place in the temporary file.
            """)
        {
            Query = [.. Writing, .. Result],
            Body = new(typeof(ImportRequest), """
                {"importLocation": {"method": "GET", "url": "https://example.com/api/canon/v1/temporaryStore?token=…"},
                 "callback": {"method": "GET", "urlTemplate": "https://example.com/done?status={{jobStatus}}&traceId={{traceId}}"}}
                """),
            Answer = new(202, "The job's ticket.", typeof(Ticket)),
            Refusals = [404],
        },
        new(Tag, "executeOnDemand", """
            Runs the named on-demand properties over the whole dataset, in the given order, each with the results of those before
            it, and saves what they give as one transaction. The result has an entry for each item: `success` where a value
            changed, else `skipped`.
            """)
        {
            Query = Result,
            Body = new(typeof(OnDemandRequest), """
                {"executeOnDemand": ["costOfBranch", "grade"]}
                """),
            Answer = new(202, "The job's ticket.", typeof(Ticket)),
            Refusals = [404],
        },
    ];
}
