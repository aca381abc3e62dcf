using System.Text.Json;
using Espalier.Server.Access;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Rights;

/// <summary>
/// Every operation of the API's document, called by somebody of every level. An operation without a line here fails: whoever
/// adds one says who may do it.
/// </summary>
public sealed class EndpointWalkTests : IAsyncLifetime
{
    static readonly string[] Levels = ["none", "read", "update", "modify", "manage", "owner", "admin"];

    /// <summary>The lowest level that may, by operation; <c>none</c>: everybody in the tenant; <c>open</c>: no token is asked for.</summary>
    static readonly Dictionary<string, string> Needs = new()
    {
        ["listDatasets"] = "none",
        ["createDataset"] = "none",
        ["retrieveDataset"] = "read",
        ["updateDataset"] = "modify",
        ["updateDatasetByPut"] = "modify",
        ["retrieveItems"] = "read",
        ["queryItems"] = "read",
        ["updateItems"] = "update",
        ["importItems"] = "update",
        ["retrieveExport"] = "read",
        ["retrieveExportInDefaultFormat"] = "read",
        ["export"] = "read",
        ["exportInDefaultFormat"] = "read",
        ["retrieveRights"] = "modify",
        ["updateRights"] = "modify",
        ["listViews"] = "manage",
        ["createView"] = "manage",
        ["previewView"] = "manage",
        ["updateView"] = "manage",
        ["deleteView"] = "manage",
        ["listDrafts"] = "none",
        ["queryDrafts"] = "none",
        ["listOwnDrafts"] = "none",
        // Drafts here are the caller's own, or, where they may not make one, another's.
        ["retrieveDraft"] = "read",
        ["exportDraftActions"] = "read",
        ["clearDrafts"] = "read",
        ["applyDrafts"] = "update",
        ["createDraft"] = "read",
        ["retrieveOwnDraft"] = "read",
        ["updateDraft"] = "read",
        ["deleteDraft"] = "read",
        ["retrieveDraftItems"] = "read",
        ["updateDraftItems"] = "read",
        ["listDraftChanges"] = "read",
        ["revertDraftChanges"] = "read",
        ["compareDraft"] = "read",
        ["createLinksDataset"] = "read",
        ["updateLinksDataset"] = "modify",
        ["updateLinks"] = "update",
        ["importLinks"] = "update",
        ["syncLinks"] = "update",
        ["retrieveCalculations"] = "read",
        ["executeOnDemand"] = "update",
        ["executeOnDemandByPut"] = "update",
        ["evaluateExpression"] = "read",
        ["completeExpression"] = "read",
        // Below manage these are for one's own transactions, so others' are not there.
        ["listTransactions"] = "read",
        ["retrieveChanges"] = "manage",
        ["undoTransaction"] = "manage",
        ["listWebhooks"] = "admin",
        ["createWebhook"] = "admin",
        ["updateWebhook"] = "admin",
        ["deleteWebhook"] = "admin",
        ["listDeliveries"] = "admin",
        ["testWebhook"] = "admin",
        ["listUsers"] = "admin",
        ["saveUser"] = "admin",
        ["deleteUser"] = "admin",
        ["saveUsers"] = "admin",
        // Tokens here are the caller's own.
        ["listTokens"] = "none",
        ["createToken"] = "none",
        ["revokeToken"] = "none",
        ["rollToken"] = "none",
        ["retrieveTokenUsage"] = "none",
        ["listTenants"] = "none",
        ["createTenant"] = "admin",
        ["updateTenant"] = "admin",
        ["retrieveUsage"] = "admin",
        ["listAudit"] = "admin",
        // The job here is the owner's.
        ["listJobs"] = "none",
        ["retrieveJob"] = "owner",
        ["cancelJob"] = "owner",
        ["listJobRows"] = "owner",
        ["listenToEvents"] = "none",
        ["explainAccess"] = "modify",
        ["listDatasetSettings"] = "none",
        ["listTypes"] = "none",
        ["retrievePrefilter"] = "read",
        ["savePrefilter"] = "modify",
        ["listPalettes"] = "none",
        ["createPalette"] = "admin",
        ["updatePalette"] = "admin",
        ["deletePalette"] = "admin",
        // The pack here is the owner's, of the dataset, with grants as the dataset has.
        ["listPacks"] = "none",
        ["createPack"] = "none",
        ["retrievePack"] = "read",
        ["updatePack"] = "modify",
        ["deletePack"] = "owner",
        ["copyDataset"] = "read",
        ["previewHierarchy"] = "read",
        ["previewType"] = "read",
        ["orderProperties"] = "modify",
        ["deleteDataset"] = "owner",
        ["restoreDataset"] = "owner",
        ["archiveDataset"] = "owner",
        ["unarchiveDataset"] = "owner",
        ["inviteUser"] = "admin",
        ["resetPassword"] = "admin",
        ["generateFile"] = "none",
        ["pollJobTicket"] = "open",
        ["readTemporaryFile"] = "open",
        ["writeTemporaryFile"] = "open",
        ["retrieveSetup"] = "open",
        ["setUp"] = "open",
        ["signIn"] = "open",
        ["signOut"] = "open",
        ["startOidc"] = "open",
        ["endOidc"] = "open",
        ["lookAtLink"] = "open",
        ["acceptInvitation"] = "open",
        ["usePasswordReset"] = "open",
        // For whoever is signed in, about themselves; tokens do not open these.
        ["retrieveSession"] = "session",
        ["listSessions"] = "session",
        ["endOtherSessions"] = "session",
        ["endSession"] = "session",
        ["changePassword"] = "session",
        ["enrolTotp"] = "session",
        ["confirmTotp"] = "session",
        ["disableTotp"] = "session",
        ["retrievePreferences"] = "session",
        ["savePreferences"] = "session",
        ["health"] = "open",
        ["docsPage"] = "open",
    };

    /// <summary>Bodies that do no harm, where the document's example would not do here.</summary>
    static readonly Dictionary<string, string> Bodies = new()
    {
        ["updateDataset"] = "{}",
        ["updateDatasetByPut"] = "{}",
        ["queryItems"] = "{}",
        ["updateItems"] = "[]",
        ["importItems"] = """{"importLocation":{"method":"GET","url":"https://example.com/items.json"}}""",
        ["export"] = "{}",
        ["exportInDefaultFormat"] = "{}",
        ["createView"] = """{"name":"V"}""",
        ["previewView"] = "{}",
        ["updateView"] = "{}",
        ["saveUser"] = "{}",
        ["undoTransaction"] = """{"dryRun":true}""",
        ["exportDraftActions"] = """{"layers":[{"draftId":"{draftId}"}]}""",
        ["clearDrafts"] = """{"layers":[{"draftId":"{draftId}"}]}""",
        ["applyDrafts"] = """{"layers":[{"draftId":"{draftId}"}]}""",
        ["createDraft"] = """{"datasetId":"{datasetId}","name":"D"}""",
        ["updateDraft"] = "{}",
        ["updateDraftItems"] = "[]",
        ["compareDraft"] = """{"measures":[{"op":"count"}]}""",
        ["createLinksDataset"] = """{"name":"L","fromDatasetId":"{datasetId}","toDatasetId":"{otherId}"}""",
        ["updateLinksDataset"] = "{}",
        ["updateLinks"] = "[]",
        ["importLinks"] = """{"importLocation":{"method":"GET","url":"https://example.com/items.json"}}""",
        ["syncLinks"] = """{"sourceDatasetId":"{datasetId}","targetDatasetAutoId":"id"}""",
        ["executeOnDemand"] = """{"executeOnDemand":["asked"]}""",
        ["executeOnDemandByPut"] = """{"executeOnDemand":["asked"]}""",
        ["evaluateExpression"] = """{"expression":"1+1"}""",
        ["completeExpression"] = """{"expression":"node.","position":5}""",
        ["updateWebhook"] = """{"active":false}""",
        ["saveUsers"] = """{"users":[]}""",
        ["createToken"] = """{"name":"T"}""",
        ["updateTenant"] = "{}",
        ["createPack"] = """{"name":"P","document":{}}""",
        ["updatePack"] = """{"name":"P"}""",
        ["updatePalette"] = """{"kind":"sequential"}""",
        ["copyDataset"] = """{"name":"C"}""",
        ["previewHierarchy"] = """{"treeId":"id","treeParentId":"asked"}""",
        ["previewType"] = """{"type":"text"}""",
        ["orderProperties"] = """{"keys":["id","asked"]}""",
    };

    TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Every_operation_is_done_for_those_who_may_and_refused_to_others()
    {
        var tokens = new Dictionary<string, string>();
        foreach (var level in Levels)
        {
            await _server.AddUserAsync($"the-{level}@example.com", level == "admin" ? Role.Admin : Role.User, account => account with { Groups = [level] });
            tokens[level] = await _server.TokenFor($"the-{level}@example.com");
        }
        await _server.MakeInstallationAdminAsync("the-admin@example.com");
        var datasetId = (await _server.Api("POST", "datasets", """
            {"name":"D","type":"PEOPLE","autoId":"id","labelId":"id","properties":[{"key":"id","type":"number"},
             {"key":"asked","type":"number","expression":"1","evaluationMode":"onDemand"}]}
            """, tokens["owner"])).Json.GetProperty("datasetId").GetString()!;
        var otherId = (await _server.Api("POST", "datasets", """
            {"name":"P","type":"POSITIONS","autoId":"id","labelId":"id","properties":[{"key":"id","type":"number"}]}
            """, tokens["owner"])).Json.GetProperty("datasetId").GetString()!;
        var linksDatasetId = (await _server.Api("POST", "links", $$"""{"name":"L","fromDatasetId":"{{datasetId}}","toDatasetId":"{{otherId}}"}""", tokens["owner"]))
            .Json.GetProperty("datasetId").GetString()!;
        var rights = JsonSerializer.Serialize(new
        {
            owner = "the-owner@example.com",
            grants = Levels[1..5].Select(level => new { group = level, level }),
        });
        foreach (var id in new[] { datasetId, otherId, linksDatasetId })
            (await _server.Own("PUT", $"datasets/{id}/rights", rights)).Status.ShouldBe(200);

        await _server.Api("PUT", $"datasets/{datasetId}/items?autoId=true", """[{"_action":"create","id":1}]""", tokens["owner"]);
        var transactionId = (await _server.Own("GET", $"datasets/{datasetId}/transactions")).Json[0].GetProperty("transactionId").GetString();
        var jobId = await EndedJobAsync(datasetId, tokens["owner"]);
        var walked = 0;
        foreach (var (method, path, operation) in await OperationsAsync())
        {
            var id = operation.GetProperty("operationId").GetString()!;
            var needs = Needs.GetValueOrDefault(id).ShouldNotBeNull($"{method} {path} ({id}): who may do this? Say so in {nameof(Needs)}.");
            if (needs == "open")
            {
                operation.TryGetProperty("security", out _).ShouldBeFalse($"{id} asks for a token");
                continue;
            }
            if (needs == "session")
            {
                foreach (var token in new[] { "", tokens["admin"] })
                    (await _server.Api(method, path, method == "GET" ? null : "{}", token)).Codes.ShouldBe(["40101"], id);
                continue;
            }
            foreach (var level in Levels)
            {
                var viewId = path.Contains("{viewId}", StringComparison.Ordinal)
                    ? (await _server.Own("POST", $"datasets/{datasetId}/views", """{"name":"V"}""")).Json.GetProperty("viewId").GetString()
                    : "";
                var webhookId = path.Contains("{webhookId}", StringComparison.Ordinal)
                    ? (await _server.Own("POST", "webhooks", """{"url":"https://x.invalid/x","events":["JobEnd"]}""")).Json.GetProperty("webhookId").GetString()
                    : "";
                var draftId = (await _server.Own("POST", "drafts", $$"""{"datasetId":"{{datasetId}}","name":"D"}""", tokens[level == "none" ? "owner" : level]))
                    .Json.GetProperty("draftId").GetString()!;
                string Fill(string text) => text.Replace("{draftId}", draftId, StringComparison.Ordinal).Replace("{otherId}", otherId, StringComparison.Ordinal)
                    .Replace("{linksDatasetId}", linksDatasetId, StringComparison.Ordinal).Replace("{datasetId}", datasetId, StringComparison.Ordinal);
                var jti = path.Contains("{jti}", StringComparison.Ordinal)
                    ? (await _server.Api("POST", "/api/espalier/v1/tokens", """{"name":"T"}""", tokens[level])).Json.GetProperty("jti").GetString() : "";
                var paletteId = path.Contains("{paletteId}", StringComparison.Ordinal)
                    ? (await _server.Own("POST", "palettes", $$"""{"name":"{{id}} {{level}}","colours":["#000000"]}""")).Json.GetProperty("paletteId").GetString() : "";
                var packId = path.Contains("{packId}", StringComparison.Ordinal) ? await PackAsync(datasetId, tokens["owner"]) : "";
                // These change whether the dataset is there at all.
                var its = id is "deleteDataset" or "restoreDataset" or "archiveDataset" or "unarchiveDataset"
                    ? await DatasetAsync(tokens["owner"], rights) : datasetId;
                if (id == "restoreDataset")
                    (await _server.Own("DELETE", $"datasets/{its}")).Status.ShouldBe(204);
                if (id is "deleteUser" or "inviteUser" or "resetPassword")
                    await _server.Own("PUT", "users/gone@example.com", "{}");
                var url = Fill(path).Replace("{tenantId}", TestServer.Tenant, StringComparison.Ordinal)
                    .Replace("{viewId}", viewId, StringComparison.Ordinal)
                    .Replace("{transactionId}", transactionId, StringComparison.Ordinal)
                    .Replace("{webhookId}", webhookId, StringComparison.Ordinal)
                    .Replace("{paletteId}", paletteId, StringComparison.Ordinal).Replace("{packId}", packId, StringComparison.Ordinal)
                    .Replace("{jti}", jti, StringComparison.Ordinal).Replace("{jobId}", jobId, StringComparison.Ordinal)
                    .Replace("{key}", "id", StringComparison.Ordinal).Replace(datasetId, its, StringComparison.Ordinal).Replace("{email}", "gone@example.com", StringComparison.Ordinal).Replace("{exportFormat}", "csv", StringComparison.Ordinal);
                if (id == "explainAccess")
                    url += "?user=the-read@example.com";
                url.ShouldNotContain("{", customMessage: $"{id}: the walk does not know this part of the path");
                var answer = await _server.Api(method, url, id == "updateRights" ? rights : Body(id, operation) is { } body ? Fill(body) : null, tokens[level]);

                var what = $"{method} {path} for {level}: {answer.Status} {answer.Text}";
                if (Array.IndexOf(Levels, level) >= Array.IndexOf(Levels, needs))
                    answer.Status.ShouldBeInRange(200, Worst(id), what);
                else if (id == "createLinksDataset")
                    answer.Status.ShouldBe(400, what);      // An end that may not be read is no dataset.
                else if (path.Contains("{jobId}", StringComparison.Ordinal) || id == "restoreDataset")
                    answer.Status.ShouldBe(404, what);
                else
                    answer.Status.ShouldBeOneOf(level == "none" && needs != "admin" ? [404] : path.Contains("{transactionId}", StringComparison.Ordinal) ? [404, 403] : [403], what);
                if (webhookId != "")
                    await _server.Own("DELETE", $"webhooks/{webhookId}");
                walked++;
            }
            (await _server.Api(method, path.Replace("{tenantId}", TestServer.Tenant, StringComparison.Ordinal), null, "")).Status.ShouldBe(401);
        }
        walked.ShouldBeGreaterThan(100);
    }

    /// <summary>What is not there or has ended, is told only to who may know of it.</summary>
    static int Worst(string id) => id switch
    {
        "revertDraftChanges" => 400,        // There is no such change.
        "listenToEvents" => 400,            // It would not end: no topic is named.
        "cancelJob" => 409,                 // The job has ended.
        _ => 299,
    };

    async Task<string> DatasetAsync(string token, string rights)
    {
        var datasetId = (await _server.Api("POST", "datasets", """
            {"name":"F","type":"PEOPLE","autoId":"id","labelId":"id","properties":[{"key":"id","type":"number"}]}
            """, token)).Json.GetProperty("datasetId").GetString()!;
        (await _server.Own("PUT", $"datasets/{datasetId}/rights", rights)).Status.ShouldBe(200);
        return datasetId;
    }

    async Task<string> PackAsync(string datasetId, string token)
    {
        var grants = string.Join(',', Levels[1..5].Select(level => $$"""{"group":"{{level}}","level":"{{(level is "modify" or "manage" ? "modify" : "read")}}"}"""));
        return (await _server.Own("POST", "packs", $$$"""{"name":"P","source":{"datasetId":"{{{datasetId}}}"},"grants":[{{{grants}}}],"document":{}}""", token))
            .Json.GetProperty("packId").GetString()!;
    }

    async Task<string> EndedJobAsync(string datasetId, string token)
    {
        using var client = new ApiClient(_server.Url, TestServer.Tenant, token);
        await client.ResultAsync(await client.StartImportAsync(datasetId, "autoId=true", "json", """[{"_action":"create","id":2}]"""u8.ToArray()));
        return (await _server.Own("GET", "jobs", null, token)).Json.GetProperty("items")[0].GetProperty("jobId").GetString()!;
    }

    async Task<IReadOnlyList<(string Method, string Path, JsonElement Operation)>> OperationsAsync() =>
    [
        .. (await _server.Api("GET", "/app/docs/openapi.json", token: "")).Json.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject(), (path, operation) => (operation.Name.ToUpperInvariant(), path.Name, operation.Value)),
    ];

    static string? Body(string id, JsonElement operation)
    {
        if (Bodies.TryGetValue(id, out var body))
            return body;
        return operation.TryGetProperty("requestBody", out var request)
            && request.GetProperty("content").GetProperty("application/json").TryGetProperty("example", out var example)
                ? example.GetRawText()
                : null;
    }
}
