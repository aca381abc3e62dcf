using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Espalier.Server.Access.Sessions;
using Espalier.Server.Http;
using Espalier.Server.Tests.Support;
using Microsoft.AspNetCore.Routing;

namespace Espalier.Server.Tests.Api;

public sealed class OpenApiTests : IAsyncLifetime
{
    const string Document = "/app/docs/openapi.json";
    const string Renew = "ESPALIER_RENEW_OPENAPI";

    static readonly JsonSerializerOptions Indented = new(Json.Options) { WriteIndented = true };

    TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_document_is_the_kept_one()
    {
        var document = JsonNode.Parse((await _server.Api("GET", Document, token: "")).Bytes)!;
        document["servers"]![0]!["url"]!.GetValue<string>().ShouldBe(_server.Url);
        document["servers"]![0]!["url"] = "http://127.0.0.1:5080";
        var text = document.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";

        if (Environment.GetEnvironmentVariable(Renew) == "1")
            await File.WriteAllTextAsync(KeptPath(), text, TestContext.Current.CancellationToken);
        text.ShouldBe(
            (await File.ReadAllTextAsync(KeptPath(), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"),
            "The API has changed. If that is meant, run ./dev openapi and commit tests/Server.Tests/Api/openapi.json.");
    }

    [Fact]
    public async Task The_page_and_the_document_are_open_and_ask_no_other_host()
    {
        var page = await _server.Api("GET", "/app/docs", token: "");
        page.Status.ShouldBe(200);
        page.Text.ShouldNotContain("http");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self'");
        foreach (var name in new[] { "swagger-ui.css", "index.css", "swagger-ui-bundle.js", "swagger-ui-standalone-preset.js", "index.js" })
        {
            page.Text.ShouldContain($"/app/docs/{name}");
            (await _server.Api("GET", $"/app/docs/{name}", token: "")).Status.ShouldBe(200);
        }
        (await _server.Api("GET", Document, token: "")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_public_address_is_the_documents_server()
    {
        await using var server = await TestServer.StartAsync("PublicUrl=https://data.example.com/");

        var document = (await server.Api("GET", Document, token: "")).Json;

        document.GetProperty("servers").EnumerateArray().Single().GetProperty("url").GetString().ShouldBe("https://data.example.com");
    }

    [Fact]
    public async Task Every_endpoint_is_in_the_document_with_an_id_of_its_own()
    {
        var operations = await OperationsAsync();
        var mapped = _server.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText != Document)
            // Other paths of the same operations; they are listed in docs/paths.md.
            .Where(endpoint => endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
                .Select(method => $"{method} {endpoint.RoutePattern.RawText}"));

        operations.Select(o => $"{o.Method} {o.Path}").ShouldBe(mapped, ignoreOrder: true);
        operations.Select(o => o.Json.GetProperty("operationId").GetString()).ShouldBeUnique();
    }

    [Fact]
    public async Task Every_operation_is_described()
    {
        foreach (var operation in await OperationsAsync())
        {
            var json = operation.Json;
            json.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(operation.ToString());
            json.GetProperty("description").GetString().ShouldNotBeNullOrEmpty(operation.ToString());
            json.GetProperty("tags").GetArrayLength().ShouldBe(1);
            foreach (var answer in json.GetProperty("responses").EnumerateObject().Where(answer => answer.Name[0] is '4' or '5'))
                answer.Value.GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString()
                    .ShouldBe("#/components/schemas/ErrorBody");
            var isKnown = operation.Path.Contains("/{tenantId}/", StringComparison.Ordinal)
                || _server.Get<EndpointDataSource>().Endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<WithoutTenant>() is { IsOpen: false }
                    && endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == json.GetProperty("operationId").GetString());
            json.TryGetProperty("security", out _).ShouldBe(isKnown, operation.ToString());
            if (json.TryGetProperty("parameters", out var parameters))
                parameters.EnumerateArray().ShouldAllBe(parameter => parameter.GetProperty("description").GetString() != "");
        }
    }

    /// <summary>A parameter that stands there twice, or names what is not there, is refused only if somebody reads it.</summary>
    [Fact]
    public async Task Every_documented_query_parameter_is_read()
    {
        var datasetId = await CreateDatasetAsync();
        var linksDatasetId = await CreateLinksDatasetAsync(datasetId);
        var draftId = await CreateDraftAsync(datasetId);
        foreach (var operation in await OperationsAsync())
            foreach (var parameter in operation.Query.Where(p => Name(p) is not ("token" or "clearToken" or "noopToken" or "return" or "code" or "state")))
            {
                var path = operation.Path.Replace("{tenantId}", TestServer.Tenant, StringComparison.Ordinal)
                    .Replace("{datasetId}", datasetId, StringComparison.Ordinal).Replace("{linksDatasetId}", linksDatasetId, StringComparison.Ordinal)
                    .Replace("{draftId}", draftId, StringComparison.Ordinal).Replace("{exportFormat}", "csv", StringComparison.Ordinal);
                var answer = await _server.Api(operation.Method, $"{path}?{Name(parameter)}=no-such&{Name(parameter)}=no-such",
                    operation.Method == "GET" ? null : "[]");

                answer.Status.ShouldBe(400, $"{operation} {Name(parameter)}");
                var isMany = parameter.GetProperty("schema").GetProperty("type").GetString() == "array";
                answer.Json.GetProperty("errors").EnumerateArray()
                    .Where(error => error.TryGetProperty("queryParameter", out var name) && name.GetString() == Name(parameter))
                    .Select(error => error.GetProperty("code").GetString())
                    .ShouldContain(code => isMany ? code == "400909" || code == "400904" : code == "400020" || code == "400904" && Name(parameter) == "topics", $"{operation} {Name(parameter)}");
            }
    }

    [Fact]
    public async Task Documented_words_are_accepted_and_defaults_change_nothing()
    {
        var datasetId = await CreateDatasetAsync();
        var linksDatasetId = await CreateLinksDatasetAsync(datasetId);
        var draftId = await CreateDraftAsync(datasetId);
        foreach (var operation in (await OperationsAsync()).Where(o => o.Method == "GET" || o.Path.EndsWith("/items", StringComparison.Ordinal)))
            foreach (var parameter in operation.Query)
            {
                var schema = parameter.GetProperty("schema");
                var words = schema.TryGetProperty("enum", out var some) ? some.EnumerateArray().Select(word => word.GetString()!).ToList() : [];
                if (words.Count > 0)
                    words.ShouldContain(schema.GetProperty("default").GetString()!);
                foreach (var word in words)
                {
                    var path = operation.Path.Replace("{tenantId}", TestServer.Tenant, StringComparison.Ordinal)
                        .Replace("{datasetId}", datasetId, StringComparison.Ordinal).Replace("{linksDatasetId}", linksDatasetId, StringComparison.Ordinal)
                    .Replace("{draftId}", draftId, StringComparison.Ordinal).Replace("{exportFormat}", "csv", StringComparison.Ordinal);
                    (await _server.Api(operation.Method, $"{path}?{Name(parameter)}={word}", operation.Method == "GET" ? null : "[]"))
                        .Status.ShouldBe(200, $"{operation} {Name(parameter)}={word}");
                }
            }
    }

    [Fact]
    public async Task The_examples_of_bodies_are_accepted()
    {
        var operations = await OperationsAsync();
        var bodies = operations.Where(o => o.Path.Contains("/datasets", StringComparison.Ordinal) && o.Example is not null)
            .ToDictionary(o => o.Json.GetProperty("operationId").GetString()!, o => o.Example!);

        var dataset = await _server.Api("POST", "datasets", bodies["createDataset"]);
        dataset.Status.ShouldBe(201, dataset.Text);
        var path = $"datasets/{dataset.Json.GetProperty("datasetId").GetString()}";
        (await _server.Api("PATCH", path, """{"properties": [{"key": "salary", "type": "number"}]}""")).Status.ShouldBe(200);
        (await _server.Api("PATCH", path, bodies["updateDataset"])).Status.ShouldBe(200);
        (await _server.Api("PUT", $"{path}/items?autoId=true", """[{"_action": "create", "employeeID": 2}]""")).Status.ShouldBe(200);
        (await _server.Api("PUT", $"{path}/items?autoId=true", bodies["updateItems"])).Status.ShouldBe(200);
        (await _server.Api("POST", $"{path}/items", bodies["queryItems"])).Status.ShouldBe(200);
        (await _server.Api("POST", $"{path}/export/csv", bodies["export"])).Status.ShouldBe(202);
    }

    async Task<string> CreateDatasetAsync()
    {
        var answer = await _server.Api("POST", "datasets", """
            {"name": "D", "type": "PEOPLE", "autoId": "id", "labelId": "id", "properties": [{"key": "id", "type": "number"}]}
            """);
        return answer.Json.GetProperty("datasetId").GetString()!;
    }

    async Task<string> CreateLinksDatasetAsync(string from)
    {
        var to = await _server.Api("POST", "datasets", """
            {"name": "P", "type": "POSITIONS", "autoId": "id", "labelId": "id", "properties": [{"key": "id", "type": "number"}]}
            """);
        var answer = await _server.Api("POST", "links",
            $$"""{"name": "L", "fromDatasetId": "{{from}}", "toDatasetId": "{{to.Json.GetProperty("datasetId").GetString()}}"}""");
        return answer.Json.GetProperty("datasetId").GetString()!;
    }

    async Task<string> CreateDraftAsync(string datasetId) =>
        (await _server.Api("POST", $"/api/espalier/v1/{TestServer.Tenant}/drafts", $$"""{"datasetId": "{{datasetId}}", "name": "F"}"""))
        .Json.GetProperty("draftId").GetString()!;

    async Task<IReadOnlyList<Operation>> OperationsAsync() =>
    [
        .. (await _server.Api("GET", Document, token: "")).Json.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject(), (path, operation) =>
                new Operation(operation.Name.ToUpperInvariant(), path.Name, operation.Value)),
    ];

    static string Name(JsonElement parameter) => parameter.GetProperty("name").GetString()!;

    static string KeptPath([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "openapi.json");

    sealed record Operation(string Method, string Path, JsonElement Json)
    {
        public IEnumerable<JsonElement> Query =>
            Json.TryGetProperty("parameters", out var all)
                ? all.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query")
                : [];

        public string? Example =>
            Json.TryGetProperty("requestBody", out var body)
            && body.GetProperty("content").GetProperty("application/json").TryGetProperty("example", out var example)
                ? example.GetRawText()
                : null;

        public override string ToString() => $"{Method} {Path}";
    }
}
