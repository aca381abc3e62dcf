using Espalier.Server.Calculations;
using Espalier.Server.Exports;
using Espalier.Server.Jobs;

namespace Espalier.Server.Docs.Operations;

/// <summary>What the document says of exports.</summary>
static class ExportTexts
{
    const string Tag = "Exports";

    const string AtOnce = "All nodes with their generated properties. For large datasets use the job.";

    const string AsJob = """
        Writes nodes to a file. `query.output.filter` sees calculated and generated values; in `query.output.projection` 0 leaves a
        column out and other numbers sort the columns. The whole body may be left out.
        """;

    static readonly QueryText[] Text =
    [
        QueryText.Flag("includeBOM", true, "Begin csv and tsv with the byte order mark of UTF-8."),
        QueryText.Choice("lineEndings", "How lines of csv and tsv end: CR LF or LF.", "windows", "unix"),
        HistoryTexts.AsOf,
    ];

    static readonly QueryText[] Result =
    [
        .. Text,
        .. ItemTexts.Result,
    ];

    public static readonly OperationText[] All =
    [
        Get("retrieveExport", AtOnce),
        Get("retrieveExportInDefaultFormat", AtOnce + " The format is jsonRows."),
        Post("export", AsJob),
        Post("exportInDefaultFormat", AsJob + " The format is jsonRows."),
        new("Jobs", "pollJobTicket", "Ask until jobStatus is completed or failed. The URL stands in the ticket and needs no token.")
        {
            Query = [new("token", "From the ticket's own URL.") { IsRequired = true }],
            Answer = new(200, "The ticket as it is now.", typeof(Ticket)),
            IsOpen = true,
            Refusals = [404],
        },
        new(Tag, "retrieveCalculations", """
            The calculated properties of the dataset: how each is computed, what it reads, whether it reads itself, what is to be
            said of its expression, and for which nodes it gave no value, with the reason. All of them are computed for it.
            """)
        {
            Answer = new(200, "The properties in their order.", typeof(CalculationReport)),
            Refusals = [404],
        },
    ];

    static OperationText Get(string id, string text) => new(Tag, id, text)
    {
        Query = Text,
        Answer = new(200, "The nodes in their order.", typeof(ExportRows), typeof(ExportColumns), typeof(ExportedNode[])) { IsFile = true },
        Refusals = [404, 504],
    };

    static OperationText Post(string id, string text) => new(Tag, id, text)
    {
        Query = Result,
        Body = new(typeof(ExportRequest), """
            {"query": {"output": {"filter": {"_depth": {"$lte": 3}}, "projection": {"fullName": 1, "salary": 2}, "projectionMode": "replace"}}}
            """) { IsOptional = true },
        Answer = new(202, "The job's ticket.", typeof(Ticket)),
        Refusals = [404],
    };
}
