using System.Collections.Frozen;
using Espalier.Server.Docs.Operations;
using Espalier.Server.Docs.Operations.Settings;

namespace Espalier.Server.Docs;

/// <summary>All that is said of operations, by the names of their endpoints.</summary>
static class OperationTexts
{
    public static readonly IReadOnlyList<(string Name, string Text)> Tags =
    [
        ("Datasets", "Definitions of datasets: their properties, what identifies and labels items, what makes the tree."),
        ("Items", "Stored values: reading them, and writing them at once or as a job."),
        ("Links", "Links datasets: which items of one dataset belong to which of another, and for how much. They are listed, described and exported as every dataset is."),
        ("Exports", "Nodes: items with everything that is calculated and generated, at once or as a job."),
        ("Expressions", "The language Gizmo: expressions over a dataset's nodes, tried out or asked once."),
        ("Drafts", "Sets of changes beside a dataset: making them, looking at what they change, applying them."),
        ("History", "Transactions on datasets: who changed what and when, and undoing it."),
        ("Rights", "Who may do what with datasets, properties and rows; permissioned views."),
        ("Users", "The accounts of a tenant: for its admins."),
        ("Sign-in", "How people come in with a browser: passwords, sessions, one-time links, an OpenID provider. The session's cookie then opens all of the API."),
        ("Jobs", "Tickets of asynchronous work."),
        ("Temporary files", "Encrypted files that live for minutes: payloads of imports, results of jobs."),
        ("Webhooks", "Espalier's own: URLs that are told of what happens, by signed messages."),
        ("Packs", "Espalier's own: boards, JSON documents that people keep and share; the data are not in them."),
        ("Settings", "Espalier's own: what the settings do with datasets beside the API."),
        ("Events", "Espalier's own: what happens, as it happens."),
        ("Tokens", "One's own API tokens. They belong to a person, not to a tenant."),
        ("Tenants", "Whom the installation serves."),
        ("Administration", "A tenant's use of the API, and who did what to it: for its admins."),
        ("Server", "The server itself."),
    ];

    static readonly FrozenDictionary<string, OperationText> ById = new[]
    {
        DatasetTexts.All, ItemTexts.All, LinkTexts.All, ExportTexts.All, ExpressionTexts.All, DraftTexts.All, FileTexts.All, HistoryTexts.All,
        RightsTexts.All, SignInTexts.All, UserTexts.All, WebhookTexts.All, AdministrationTexts.All, SettingsTexts.All, BoardTexts.All,
    }.SelectMany(texts => texts).ToFrozenDictionary(text => text.Id, StringComparer.Ordinal);

    public static OperationText? Find(string? id) => id is null ? null : ById.GetValueOrDefault(id);
}
