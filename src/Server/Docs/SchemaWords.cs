using Espalier.Server.Access;
using Espalier.Server.Access.ApiTokens;
using Espalier.Server.Access.Links;
using Espalier.Server.Access.Sessions;
using Espalier.Server.Auditing;
using Espalier.Server.Datasets;
using Espalier.Server.Datasets.Settings;
using Espalier.Server.Drafts;
using Espalier.Server.Drafts.Editing;
using Espalier.Server.Exports;
using Espalier.Server.Expressions;
using Espalier.Server.Imports;
using Espalier.Server.Jobs;
using Espalier.Server.Jobs.Listing;
using Espalier.Server.Locations;
using Espalier.Server.Packs;
using Espalier.Server.Palettes;
using Espalier.Server.Rights;
using Espalier.Server.Rights.Explaining;
using Espalier.Server.Tenants;
using Espalier.Server.Webhooks;

namespace Espalier.Server.Docs;

/// <summary>The words that members of bodies and answers may have, where there is a list of them.</summary>
static class SchemaWords
{
    public static readonly string[] JobStates = ["created", "running", "completed", "failed", "cancelled"];

    static readonly string[] Roles = ["user", "admin"];
    static readonly string[] Levels = ["read", "update", "modify", "manage"];
    static readonly string[] RowLevels = ["read", "update", "delete"];
    static readonly string[] Actions = ["create", "update", "replace", "delete", "createOrUpdate", "createOrReplace", "noop"];
    static readonly string[] ExpressionModes = ["emptyCells", "newNodes", "allNodes", "inherited"];
    static readonly string[] EvaluationModes = ["none", "preFilter", "postFilter", "onDemand", "script"];

    static readonly Dictionary<(Type?, string), string[]> Words = new()
    {
        [(typeof(UserResource), "role")] = Roles,
        [(typeof(WantedUser), "role")] = Roles,
        [(typeof(GrantResource), "level")] = Levels,
        [(typeof(PropertyRightsResource), "default")] = ["inherit", "update", "read", "hidden"],
        [(typeof(PropertyRightsResource), "groups")] = ["update", "read", "hidden"],
        [(typeof(RowRightsResource), "level")] = RowLevels,
        [(typeof(LayersRequest), "foldScheme")] = ["distinct", "lossless", "ordered"],
        [(typeof(MeasureRequest), "op")] = ["count", "sum", "avg", "min", "max"],
        [(typeof(DraftChange), "_action")] = ["update", "create", "delete"],
        [(typeof(Ticket), "jobStatus")] = ["created", "running", "completed", "failed"],
        [(typeof(ResultLink), "type")] = ["jobTicket", "downloadLink", "uploadLink"],
        [(typeof(Callback), "method")] = ["GET", "POST", "PUT"],
        [(typeof(ImportCallback), "method")] = ["GET", "POST", "PUT"],
        [(typeof(ExportLocation), "method")] = ["PUT"],
        [(typeof(ExportOutput), "projectionMode")] = ["add", "replace"],
        [(typeof(EvaluationRequest), "mode")] = ["expression", "script"],
        [(typeof(EvaluationAnswer), "plan")] = ["columns", "nodes"],
        [(typeof(ExpressionDiagnostic), "severity")] = ["error", "warning"],
        [(typeof(CompletionEntry), "kind")] = ["property", "generated", "function", "relation", "global", "keyword"],
        [(typeof(FileRequest), "targetType")] = ["json", "csv", "tsv"],
        [(typeof(FileRequest), "targetEncoding")] = ["gzip", "identity"],
        [(typeof(NewProperty), "type")] = ["text", "number", "date", "boolean"],
        [(typeof(ChangedProperty), "type")] = ["text", "number", "date", "boolean"],
        [(typeof(PropertyResource), "type")] = ["text", "number", "date", "boolean", "string"],
        [(typeof(ExportHeader), "type")] = ["text", "number", "date", "boolean"],
        [(typeof(ItemAction), "_action")] = Actions,
        [(typeof(LinkAction), "_action")] = Actions,
        [(typeof(LinkResult), "_action")] = Actions,
        [(typeof(LinkResult), "_status")] = ["success", "skipped", "implicitDelete"],
        [(typeof(ItemResult), "_action")] = Actions,
        [(typeof(PaletteResource), "kind")] = ["categories", "sequential", "diverging"],
        [(typeof(NewPalette), "kind")] = ["categories", "sequential", "diverging"],
        [(typeof(PalettePatch), "kind")] = ["categories", "sequential", "diverging"],
        [(typeof(PackGrant), "level")] = ["read", "modify"],
        [(typeof(PackEntry), "level")] = ["read", "modify", "manage"],
        [(typeof(PackResource), "level")] = ["read", "modify", "manage"],
        [(typeof(WebhookResource), "status")] = ["active", "inactive", "suspended"],
        [(typeof(DeliveryResource), "status")] = ["pending", "delivered", "failed", "dropped"],
        [(typeof(ItemResult), "_status")] = ["success", "skipped", "implicitDelete"],
        [(typeof(AccessAnswer), "level")] = Levels,
        [(typeof(AccessReason), "kind")] = ["admin", "owner", "grant", "none"],
        [(typeof(Grant), "level")] = Levels,
        [(typeof(NarrowedProperty), "rule")] = ["group", "default"],
        [(typeof(VisibleRule), "level")] = RowLevels,
        [(typeof(DatasetSettings), "state")] = ["active", "archived", "deleted"],
        [(typeof(DatasetSettings), "level")] = Levels,
        [(typeof(JobResource), "state")] = JobStates,
        [(typeof(LinkFacts), "kind")] = ["invitation", "reset"],
        [(typeof(LinkResource), "kind")] = ["invitation", "reset"],
        [(typeof(OpenTenant), "role")] = Roles,
        [(typeof(OpenTenant), "features")] = ["change", "createDatasets", "tokens", "api"],
        [(typeof(SessionResource), "method")] = ["password", "oidc"],
        [(typeof(TenantResource), "role")] = Roles,
        [(typeof(TokenResource), "state")] = ["active", "notYetActive", "expired", "revoked"],
        [(typeof(AuditResource), "channel")] = ["api", "app", "command", "server"],
        [(typeof(LookupResource), "mode")] = ["none", "auto", "dataset", "expression", "master"],
        [(typeof(PropertyCalculation), "expressionMode")] = ExpressionModes,
        [(typeof(PropertyCalculation), "evaluationMode")] = EvaluationModes,
        [(typeof(PropertyResource), "expressionMode")] = ExpressionModes,
        [(typeof(PropertyResource), "evaluationMode")] = EvaluationModes,
    };

    public static IReadOnlyList<string>? Find(Type? type, string member) => Words.GetValueOrDefault((type, member));
}
