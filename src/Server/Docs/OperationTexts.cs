using System.Collections.Frozen;
using Espalier.Server.Docs.Operations;

namespace Espalier.Server.Docs;

/// <summary>All that is said of operations, by the names of their endpoints.</summary>
static class OperationTexts
{
    public static readonly IReadOnlyList<(string Name, string Text)> Tags =
    [
        ("Datasets", "Definitions of datasets: their properties, what identifies and labels items, what makes the tree."),
        ("Items", "Stored values: reading them, and writing them at once or as a job."),
        ("Exports", "Nodes: items with everything that is calculated and generated, at once or as a job."),
        ("History", "Transactions on datasets: who changed what and when, and undoing it."),
        ("Rights", "Who may do what with datasets, properties and rows; permissioned views."),
        ("Users", "The accounts of a tenant: for its admins."),
        ("Jobs", "Tickets of asynchronous work."),
        ("Temporary files", "Encrypted files that live for minutes: payloads of imports, results of jobs."),
        ("Webhooks", "Espalier's own: URLs that are told of what happens, by signed messages."),
        ("Server", "The server itself."),
    ];

    static readonly FrozenDictionary<string, OperationText> ById = new[]
    {
        DatasetTexts.All, ItemTexts.All, ExportTexts.All, FileTexts.All, HistoryTexts.All, RightsTexts.All, UserTexts.All, WebhookTexts.All,
    }.SelectMany(texts => texts).ToFrozenDictionary(text => text.Id, StringComparer.Ordinal);

    public static OperationText? Find(string? id) => id is null ? null : ById.GetValueOrDefault(id);
}
