using Espalier.Server.Access;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Rights;

/// <summary>An admin looks at the tenant with somebody else's eyes, and asks why they see what they see.</summary>
public sealed class ViewAsTests : IAsyncLifetime
{
    const string AsAnn = "X-Espalier-View-As: ann@example.com";

    TestServer _server = null!;
    string _datasetId = "";

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        await _server.AddUserAsync("ann@example.com", change: account => account with { Groups = ["leeds"] });
        _datasetId = (await _server.Api("POST", "datasets", """
            {"name":"D","type":"PEOPLE","autoId":"id","labelId":"id","properties":[{"key":"id","type":"number"},{"key":"place","type":"text"},{"key":"pay","type":"number"}]}
            """)).Json.GetProperty("datasetId").GetString()!;
        await _server.Api("PUT", $"datasets/{_datasetId}/items?autoId=true", """
            [{"_action":"create","id":1,"place":"Leeds","pay":11},{"_action":"create","id":2,"place":"Bath","pay":12},{"_action":"create","id":3,"place":"Leeds"}]
            """);
        (await _server.Own("PUT", $"datasets/{_datasetId}/rights", """
            {"grants":[{"group":"leeds","level":"update"},{"group":"user","level":"read"},{"group":"hr","level":"manage"}],
             "properties":[{"key":"pay","default":"hidden","groups":{"hr":"update"}},{"key":"place","default":"inherit","groups":{"leeds":"read"}}],
             "rows":[{"groups":["leeds"],"filter":{"place":"Leeds"},"level":"update"}]}
            """)).Status.ShouldBe(200);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_admin_sees_what_the_user_sees()
    {
        var own = await _server.Api("POST", $"datasets/{_datasetId}/items", "{}", await _server.TokenFor("ann@example.com"));
        var viewed = await _server.Api("POST", $"datasets/{_datasetId}/items", "{}", null, AsAnn);
        viewed.Status.ShouldBe(200, viewed.Text);
        viewed.Text.ShouldBe(own.Text);
        viewed.Headers.GetValues("X-Espalier-Viewed-As").Single().ShouldBe("ann@example.com");
        (await _server.Api("GET", $"datasets/{_datasetId}/export/csv", null, null, AsAnn)).Text.ShouldNotContain("Bath");
        (await _server.Api("GET", $"/api/espalier/v1/T1/users", null, null, AsAnn)).Codes.ShouldBe(["403905"]);
        (await _server.Api("GET", $"/api/espalier/v1/T1/users")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_person_whose_address_is_not_plain_ASCII_is_looked_at_too()
    {
        await _server.AddUserAsync("ünal@example.com");
        foreach (var header in new[] { "ünal@example.com", "%C3%BCnal%40example.com" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{_server.Url}/api/v1/T1/datasets");
            request.Headers.Authorization = new("Bearer", _server.Token);
            request.Headers.TryAddWithoutValidation("X-Espalier-View-As", header);
            using var client = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 });
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            ((int)answer.StatusCode).ShouldBe(200);
            answer.Headers.GetValues("X-Espalier-Viewed-As").Single().ShouldBe("%C3%BCnal@example.com");
        }
        await _server.AddUserAsync("a%40b@example.com");
        (await _server.Api("GET", "datasets", null, null, "X-Espalier-View-As: a%40b@example.com")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_stream_that_an_admin_hears_with_somebody_elses_ears_ends_with_the_admins_role()
    {
        await using var server = await TestServer.StartAsync("Events:HeartbeatSeconds=1");
        await server.AddUserAsync("ann@example.com");
        await server.AddUserAsync("bob@example.com", Role.Admin);
        await using var events = await Events.EventReader.OpenAsync(server, "topics=jobs", await server.TokenFor("bob@example.com"), viewAs: "ann@example.com");
        var next = events.NextAsync();
        await Soon.HoldsAsync(() => events.Comments > 0);
        (await server.Own("PUT", "users/bob@example.com", """{"role":"user","tokenAccess":true}""")).Status.ShouldBe(200);
        (await next.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_is_changed_that_way()
    {
        foreach (var (method, path, body) in new[]
        {
            ("PUT", $"datasets/{_datasetId}/items?autoId=true", """[{"_action":"delete","id":1}]"""),
            ("PATCH", $"datasets/{_datasetId}", """{"name":"X"}"""),
            ("POST", "datasets", "{}"),
            ("POST", $"datasets/{_datasetId}/export/csv", "{}"),
            ("POST", "files/generate", """{"targetType":"csv","targetEncoding":"identity"}"""),
            ("DELETE", "/api/espalier/v1/T1/users/ann@example.com", null),
        })
            (await _server.Api(method, path, body, null, AsAnn)).Codes.ShouldBe(["403909"], $"{method} {path}");
        (await _server.Api("GET", $"datasets/{_datasetId}/items")).Json.GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task Only_admins_may_and_only_as_somebody_who_is_there()
    {
        var token = await _server.TokenFor("ann@example.com");
        (await _server.Api("GET", "datasets", null, token, $"X-Espalier-View-As: {TestServer.Admin}")).Codes.ShouldBe(["403905"]);
        (await _server.Api("GET", "datasets", null, null, "X-Espalier-View-As: nobody@example.com")).Codes.ShouldBe(["404906"]);
        (await _server.Api("GET", "datasets", null, null, "X-Espalier-View-As: nobody")).Codes.ShouldBe(["404906"]);
    }

    [Fact]
    public async Task Access_is_explained_by_grants_and_rules()
    {
        var explained = await _server.Own("GET", $"datasets/{_datasetId}/access?user=ann@example.com");
        explained.Text.ShouldBe("""
            {"user":"ann@example.com","level":"update","why":{"kind":"grant","grants":[{"group":"leeds","level":"update"},{"group":"user","level":"read"}]},
            "groups":["leeds","user"],"hiddenProperties":[{"key":"pay","rule":"default"}],"readOnlyProperties":[{"key":"place","rule":"group","group":"leeds"}],
            "rows":{"total":3,"visible":2,"rules":[{"groups":["leeds"],"filter":{"place":"Leeds"},"level":"update","rows":2}]}}
            """.ReplaceLineEndings(""));

        await _server.AddUserAsync("bob@example.com");
        await _server.Own("PUT", $"datasets/{_datasetId}/rights", "{}");
        var closed = (await _server.Own("GET", $"datasets/{_datasetId}/access?user=bob@example.com")).Json;
        closed.TryGetProperty("level", out _).ShouldBeFalse();
        (closed.GetProperty("why").GetProperty("kind").GetString(), closed.GetProperty("rows").GetProperty("visible").GetInt32()).ShouldBe(("none", 0));
        var admin = (await _server.Own("GET", $"datasets/{_datasetId}/access?user={TestServer.Admin}")).Json;
        (admin.GetProperty("level").GetString(), admin.GetProperty("rows").GetProperty("visible").GetInt32()).ShouldBe(("manage", 3));
        (await _server.Own("GET", $"datasets/{_datasetId}/access?user=no@example.com")).Codes.ShouldBe(["404906"]);
        (await _server.Own("GET", $"datasets/{_datasetId}/access")).Codes.ShouldBe(["400902"]);
    }
}
