using Espalier.Server.History;

namespace Espalier.Server.Docs.Operations;

/// <summary>What the document says of a dataset's transactions.</summary>
static class HistoryTexts
{
    const string Tag = "History";

    /// <summary>The parameter of everything that reads a dataset.</summary>
    public static readonly QueryText AsOf = new("asOf",
        "Read the dataset as it was: at a time in ISO 8601, or as a transaction left it. A date alone is its beginning in UTC; a time to come is now.")
    {
        Example = "2026-05-01T00:00:00.000Z",
    };

    public static readonly OperationText[] All =
    [
        new(Tag, "listTransactions", """
            Who changed the dataset, when, and through what. Who may manage the dataset sees all transactions; everybody else who may
            read it sees their own.
            """)
        {
            Query =
            [
                QueryText.Number("offset", "How many of the newest to pass over.", "0"),
                QueryText.Number("limit", "How many to answer, at most 1000; 100 unless it is given.", "100"),
            ],
            Answer = new(200, "The newest first.", typeof(TransactionEntry[])),
            Refusals = [404],
        },
        new(Tag, "retrieveChanges", """
            An entry for each key that the transaction changed; of a created or deleted item, for each value it had. Changes of
            the dataset's definition have the action `configure`, and no `_id`. Without a limit the answer has all of them, however many
            there are. Items and properties that the caller may not see are left out.
            """)
        {
            Query =
            [
                QueryText.Number("offset", "How many entries to pass over.", "0"),
                QueryText.Number("limit", "How many entries to answer; all unless it is given.", "1000"),
            ],
            Answer = new(200, "Changes of the definition, then created, updated and deleted items.", typeof(TransactionChange[]))
            {
                Example = """
                    [{"changeId": "970725D4-436A-EDEB-E736-5EA5139F618A/salary", "_id": "970725D4-436A-EDEB-E736-5EA5139F618A", "_action": "update",
                      "label": "Ana", "key": "salary", "old": 50000, "new": 65000, "at": "2026-06-02T10:01:25.579Z", "by": "ana@example.com"}]
                    """,
            },
            Refusals = [404],
        },
        new(Tag, "undoTransaction", """
            Reverses a transaction: what it created is deleted, what it deleted is created again with its `_id` and values, changed cells
            get their old values, and so does the definition. The new transaction can be undone as well. Where something else has
            happened since, `conflicts` decides: `fail` reverses nothing and tells each conflict, `skip` leaves those as they are,
            `overwrite` reverses them too, where there is still something to reverse. A dry run tells conflicts and counts, and does nothing.
            """)
        {
            Body = new(typeof(UndoRequest), """{"conflicts": "skip", "dryRun": true}""") { IsOptional = true },
            Answer = new(200, "The new transaction.", typeof(UndoAnswer)),
            Refusals = [404, 409],
        },
    ];
}
