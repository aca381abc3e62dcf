using Espalier.Server.Datasets.Settings;
using Espalier.Server.Jobs.Listing;
using Espalier.Server.Rights.Explaining;

namespace Espalier.Server.Docs.Operations.Settings;

/// <summary>What the document says of the settings of datasets, of lists of jobs, and of events.</summary>
static class SettingsTexts
{
    const string Tag = "Settings";
    const string Jobs = "Jobs";

    public static readonly OperationText[] All =
    [
        new(Tag, "listDatasetSettings", """
            The datasets and views that the caller may read, with owner, level and counts. Deleted ones are shown to their owners and admins.
            """)
        {
            Query = [QueryText.Choice("state", "Which datasets.", "active", "archived", "deleted")],
            Answer = new(200, "The datasets, by name.", typeof(DatasetSettings[])),
        },
        new(Tag, "listTypes", """
            The types that everybody knows, then the others that datasets of the caller's have, with how many of these there are. A type comes
            with its first dataset.
            """)
        {
            Answer = new(200, "The types.", typeof(DatasetType[])),
        },
        new(Tag, "retrievePrefilter", "The filter with which the dataset is opened to be worked with, without conditions on what the caller does not see.")
        {
            Answer = new(200, "The filter.", typeof(PrefilterResource)) { Example = """{"filter": {"leaver": {"$ne": true}}}""" },
            Refusals = [404],
        },
        new(Tag, "savePrefilter", """
            Sets the filter with which the dataset is opened to be worked with; null takes it away. Items that do not pass are then not there,
            for calculations neither. It is a filter on stored values as with items. It is no right, and the items, exports and drafts of the
            API stay whole. Conditions on what the caller does not see stay as they are.
            """)
        {
            Body = new(typeof(PrefilterResource), """{"filter": {"id": {"$gt": 0}}}"""),
            Answer = new(200, "The filter as it is now.", typeof(PrefilterResource)),
            Refusals = [404, 409],
        },
        new(Tag, "deleteDataset", """
            Takes the dataset away. For 30 days it can come back as it was; then it ends for good, with its history, views and drafts. For its
            owner and admins.
            """)
        {
            Answer = new(204, "It is gone."),
            Refusals = [404],
        },
        new(Tag, "restoreDataset", "Brings a deleted dataset back, within 30 days. For its owner and admins.")
        {
            Answer = new(204, "It is back."),
            Refusals = [404],
        },
        new(Tag, "archiveDataset", """
            Puts the dataset away: it is in no list of datasets any more, can be read by its id, and not be changed (409905). For its owner and admins.
            """)
        {
            Answer = new(204, "It is archived."),
            Refusals = [404],
        },
        new(Tag, "unarchiveDataset", "Brings an archived dataset back. For its owner and admins.")
        {
            Answer = new(204, "It is in use again."),
            Refusals = [404],
        },
        new(Tag, "copyDataset", """
            Makes a dataset of what the caller may see of this one: definition and, unless `items` is false, items, under ids of their own. The
            copy belongs to the caller, and to nobody else unless `rights` is true, for which the caller must be able to see the rights.
            """)
        {
            Body = new(typeof(WantedCopy), """{"name": "Staff, as of May", "items": true}"""),
            Answer = new(201, "The copy.", typeof(CopiedDataset)),
            Refusals = [404],
        },
        new(Tag, "previewHierarchy", """
            What the hierarchy would be with other properties: roots, items without a parent that is there, circles, ids that are not unique,
            depth. Counts what the caller sees. Changes nothing.
            """)
        {
            Body = new(typeof(HierarchyQuestion), """{"treeId": "employeeID", "treeParentId": "employeeID2"}"""),
            Answer = new(200, "The hierarchy.", typeof(HierarchyPreview)),
            Refusals = [404],
        },
        new(Tag, "previewType", """
            How many values of a property would fit another type, how many would not, and some of these. Counts what the caller sees. Changes nothing.
            """)
        {
            Body = new(typeof(TypeQuestion), """{"type": "number"}"""),
            Answer = new(200, "What would become of the values.", typeof(TypePreview)),
            Refusals = [404],
        },
        new(Tag, "orderProperties", "Puts the properties that the caller sees in another order; each must be named once.")
        {
            Body = new(typeof(PropertyOrder), """{"keys": ["employeeID", "fullName"]}"""),
            Answer = new(200, "The order as it is now.", typeof(PropertyOrder)),
            Refusals = [404, 409],
        },
        new("Rights", "explainAccess", """
            What a user may do with the dataset, and why: the grants, properties that they do not see or may not change, how many rows they see
            and by which rules. For those who may see the dataset's rights.
            """)
        {
            Query = [new("user", "The user's e-mail.") { IsRequired = true, Example = "ana@example.com" }],
            Answer = new(200, "What the user may do.", typeof(AccessAnswer)),
            Refusals = [404],
        },
        new(Jobs, "listJobs", "The jobs of the last day, the newest first: the caller's own, and for admins all.")
        {
            Query =
            [
                QueryText.Flag("mine", false, "Only the caller's own, for admins too."),
                QueryText.Many("state", "Only jobs in this state.", "running") with { Words = SchemaWords.JobStates },
                QueryText.Number("offset", "How many of the newest to pass over.", "0"),
                QueryText.Number("limit", "How many to answer, at most 1000; 100 unless it is given.", "100"),
            ],
            Answer = new(200, "The jobs.", typeof(JobPage)),
        },
        new(Jobs, "retrieveJob", "A job with its errors by cause, and where its result is.")
        {
            Answer = new(200, "The job.", typeof(JobResource)),
            Refusals = [404],
        },
        new(Jobs, "cancelJob", """
            Asks for a job's end. It fails with 409942 and has changed nothing; one that has its result already goes on, for it may have made its change.
            """)
        {
            Answer = new(202, "The job as it is.", typeof(JobResource)),
            Refusals = [404, 409],
        },
        new(Jobs, "listJobRows", """
            What became of the rows of an import, or would have in a dry run, page by page, as long as the result can be read. A line that was
            skipped because of errors has `failed`.
            """)
        {
            Query =
            [
                new("status", "Only lines of this kind: success, skipped, implicitDelete, failed.") { Example = "failed" },
                new("cause", "Only lines with an error of this code.") { Example = "400914" },
                QueryText.Number("offset", "How many lines to pass over.", "0"),
                QueryText.Number("limit", "How many to answer, at most 1000; 100 unless it is given.", "100"),
            ],
            Answer = new(200, "The lines.", typeof(ResultPage)),
            Refusals = [404],
        },
        new("Events", "listenToEvents", """
            A stream of server-sent events: `hello` at first, then `dataset`, `draft`, `job` and `meta` as they happen, as far as the caller may know of
            them, and `reset` when something was missed and all should be read again. Who comes back with the header `Last-Event-ID` within five
            minutes misses nothing. Every 15 seconds comes a comment; after ten minutes the stream ends and has to be asked for again.
            """)
        {
            Query =
            [
                new("topics", "What to hear of, with commas between: jobs, meta, dataset:{datasetId}, draft:{draftId}.") { IsRequired = true, Example = "jobs,meta" },
                new("lastEventId", "The same as the header, for those who cannot set it.") { Example = "1790000000000000" },
            ],
            Answer = new(200, "The stream, as text/event-stream."),
            Refusals = [404],
        },
    ];
}
