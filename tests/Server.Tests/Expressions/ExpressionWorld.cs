using System.Text.Json;
using System.Text.Json.Nodes;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Expressions;

/// <summary>A server with datasets made of JSON rows through its API, and expressions asked of them.</summary>
sealed class ExpressionWorld : IAsyncDisposable
{
    readonly Dictionary<string, string> _datasets = [];
    readonly ApiClient _api;

    ExpressionWorld(TestServer server)
    {
        Server = server;
        _api = new(server.Url, TestServer.Tenant, server.Token);
    }

    public TestServer Server { get; }

    public static async Task<ExpressionWorld> StartAsync(params string[] settings) => new(await TestServer.StartAsync(settings));

    public string this[string dataset] => _datasets[dataset];

    /// <summary>
    /// Makes a dataset of rows: a property for each member, a number if one of its values is, else a text or a date. All are
    /// loaded as texts and then given their types, so that values of another kind stay what they are.
    /// </summary>
    /// <param name="lookups">The datasets that properties of like names look their values up in.</param>
    public async Task<string> AddAsync(string name, JsonElement rows, string label, bool isTree = true, string[]? dates = null, IReadOnlyCollection<string>? lookups = null)
    {
        string[] keys = [.. rows.EnumerateArray().SelectMany(r => r.EnumerateObject().Select(p => p.Name)).Distinct()];
        var definition = new JsonObject
        {
            ["name"] = name,
            ["type"] = name.ToUpperInvariant(),
            ["autoId"] = keys.Contains("id") ? "id" : keys[0],
            ["labelId"] = label,
            ["properties"] = new JsonArray([.. keys.Select(key => (JsonNode)new JsonObject { ["key"] = key, ["type"] = "text" })]),
        };
        if (isTree)
            (definition["treeId"], definition["treeParentId"]) = ("id", "parent_id");
        var dataset = await _api.CreateDatasetAsync(definition.ToJsonString());
        var actions = new JsonArray([.. rows.EnumerateArray().Select(row =>
        {
            var action = new JsonObject(row.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Text(p.Value))));
            action["_action"] = "create";
            return (JsonNode?)action;
        })]);
        await _api.ResultAsync(await _api.StartImportAsync(dataset, "autoId=true", "json", JsonSerializer.SerializeToUtf8Bytes(actions)));
        var types = new JsonObject { ["properties"] = new JsonArray([.. keys.Select(key => Property(key, rows, dates, lookups))]) };
        await _api.DoAsync("PATCH", $"datasets/{dataset}", types.ToJsonString());
        return _datasets[name] = dataset;
    }

    /// <summary>Makes a dataset by its definition and imports a payload of actions into it.</summary>
    public async Task ImportAsync(string name, string definition, string targetType, byte[] payload)
    {
        _datasets[name] = await _api.CreateDatasetAsync(definition);
        await _api.ResultAsync(await _api.StartImportAsync(_datasets[name], "autoId=true", targetType, payload));
    }

    /// <summary>Links two datasets by rows of from_id, to_id and value.</summary>
    public async Task LinkAsync(string name, string from, string to, JsonElement rows)
    {
        var definition = $$"""
            {"name":"{{name}}","fromDatasetId":"{{this[from]}}","toDatasetId":"{{this[to]}}","additionalProperties":[{"key":"value","type":"number"}]}
            """;
        var answer = await _api.DoAsync("POST", "links", definition);
        _datasets[name] = answer.Json.GetProperty("datasetId").GetString()!;
        var actions = rows.EnumerateArray().Select(row =>
        {
            var action = JsonNode.Parse(row.GetRawText())!.AsObject();
            action["_action"] = "create";
            return action;
        });
        await _api.DoAsync("PUT", $"links/{_datasets[name]}/items", JsonSerializer.Serialize(actions));
    }

    public Task AddPropertiesAsync(string dataset, string patch) => _api.DoAsync("PATCH", $"datasets/{_datasets[dataset]}", patch);

    static JsonNode? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    JsonObject? Property(string key, JsonElement rows, string[]? dates, IReadOnlyCollection<string>? lookups)
    {
        var values = rows.EnumerateArray().Select(r => r.TryGetProperty(key, out var v) ? v.ValueKind : JsonValueKind.Null).ToHashSet();
        var property = new JsonObject
        {
            ["key"] = key,
            ["type"] = dates?.Contains(key) == true ? "date" : values.Contains(JsonValueKind.Number) ? "number" : "text",
        };
        if (lookups?.FirstOrDefault(l => l.Equals(key, StringComparison.OrdinalIgnoreCase)) is { } lookup)
            property["lookup"] = new JsonObject { ["mode"] = "dataset", ["datasetId"] = _datasets[lookup] };
        return property;
    }

    /// <summary>What the endpoint answers, whatever its status.</summary>
    public Task<Answer> AskAsync(string dataset, object body, string what = "evaluate") =>
        Server.Api("POST", $"/api/espalier/v1/{TestServer.Tenant}/datasets/{_datasets.GetValueOrDefault(dataset, dataset)}/expressions/{what}", body);

    /// <summary>The answer to a request that must be a good one.</summary>
    public async Task<JsonElement> EvaluateAsync(string dataset, object body)
    {
        var answer = await AskAsync(dataset, body);
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Json;
    }

    /// <summary>The result for one node.</summary>
    public async Task<JsonElement> ResultAsync(string dataset, string expression, string node, string? today = null, string mode = "expression", string? links = null)
    {
        var linkingRelationships = links is null ? null : new[] { new { datasetId = this[links] } };
        var answer = await EvaluateAsync(dataset, new { expression, nodes = new[] { node }, today, mode, linkingRelationships });
        return answer.GetProperty("results").GetArrayLength() == 0 ? answer : answer.GetProperty("results")[0];
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await Server.DisposeAsync();
    }
}
