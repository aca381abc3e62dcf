using Espalier.Server.Auditing;
using Espalier.Server.Tests.SignIn;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Auditing;

public sealed class AuditTests : IAsyncLifetime
{
    TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        await _server.MakeInstallationAdminAsync();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task What_changes_who_may_do_what_is_put_down()
    {
        var datasetId = (await _server.Api("POST", "datasets", """
            {"name":"Staff","type":"PEOPLE","autoId":"id","labelId":"id","properties":[{"key":"id","type":"number"}]}
            """)).Json.GetProperty("datasetId").GetString();
        await _server.Own("PUT", $"datasets/{datasetId}/rights", """{"grants":[{"group":"hr","level":"read"}]}""");
        var viewId = (await _server.Own("POST", $"datasets/{datasetId}/views", """{"name":"V"}""")).Json.GetProperty("viewId").GetString();
        await _server.Own("PATCH", $"views/{viewId}", """{"name":"W"}""");
        await _server.Own("DELETE", $"views/{viewId}");
        await _server.Own("POST", "users", """{"users":[{"email":"ann@example.com"},{"email":"bob@example.com"}]}""");
        await _server.Own("PUT", "users/ann@example.com", """{"groups":["hr"]}""");
        await _server.Own("DELETE", "users/bob@example.com");
        var jti = (await _server.Api("POST", "/api/espalier/v1/tokens", """{"name":"x"}""")).Json.GetProperty("jti").GetString();
        await _server.Api("POST", $"/api/espalier/v1/tokens/{jti}/roll", """{"oldEndsInHours":24}""");
        await _server.Api("DELETE", $"/api/espalier/v1/tokens/{jti}");
        foreach (var (method, path) in new[] { ("POST", "/archive"), ("POST", "/unarchive"), ("DELETE", ""), ("POST", "/restore") })
            (await _server.Own(method, $"datasets/{datasetId}{path}")).Status.ShouldBe(204, path);
        await _server.Api("PATCH", "/api/espalier/v1/tenants/T1", """{"name":"T"}""");

        var page = (await _server.Own("GET", "audit")).Json;
        page.GetProperty("items").EnumerateArray().Reverse().Select(entry => entry.GetProperty("kind").GetString()).Order(StringComparer.Ordinal).ShouldBe(new[]
        {
            "datasetCreate", "rightsChange", "viewCreate", "viewChange", "viewDelete", "userCreate", "userCreate", "userChange", "userDelete", "tokenCreate",
            "tokenRoll", "tokenRevoke", "datasetArchive", "datasetUnarchive", "datasetDelete", "datasetRestore", "tenantChange",
        }.Order(StringComparer.Ordinal));
        page.GetProperty("total").GetInt64().ShouldBe(17);
        var rights = (await _server.Own("GET", "audit?kind=rightsChange&kind=tokenRoll")).Json.GetProperty("items")[1];
        rights.GetProperty("datasetId").GetString().ShouldBe(datasetId);
        rights.TryGetProperty("target", out _).ShouldBeFalse();
        (await _server.Own("GET", "audit?kind=tokenRevoke")).Json.GetProperty("items")[0].GetProperty("target").GetString().ShouldBe($"x ({jti})");
        (rights.GetProperty("person").GetString(), rights.GetProperty("address").GetString()).ShouldBe((TestServer.Admin, "127.0.0.1"));
        rights.GetProperty("counts").GetRawText().ShouldBe("""{"grants":1,"properties":0,"rows":0}""");
    }

    [Fact]
    public async Task Signing_in_and_out_and_failing_to_is_put_down()
    {
        await _server.AddPersonAsync(People.Ann);
        using var browser = new Browser(_server.Url);
        (await browser.SignInAsync(People.Ann, "not that one")).Codes.ShouldBe(["40191"]);
        (await browser.SignInAsync("nobody@example.com", "not that one")).Codes.ShouldBe(["40191"]);
        using var signedIn = await _server.BrowserOfAsync(People.Ann);
        (await signedIn.OwnAsync("POST", "tokens", new { name = "x" })).Status.ShouldBe(201);
        (await signedIn.OwnAsync("DELETE", "session")).Status.ShouldBe(204);
        var page = await Soon.ComesAsync(
            async () => (await _server.Own("GET", "audit")).Json.GetProperty("items").EnumerateArray().ToList(), entries => entries.Count >= 4);
        page.Select(entry => entry.GetProperty("kind").GetString()).ShouldBe(["signOut", "tokenCreate", "signIn", "signInFailed"], ignoreOrder: true);
        page.ShouldAllBe(entry => entry.GetProperty("channel").GetString() == "app" && entry.GetProperty("person").GetString() == People.Ann);
    }

    [Fact]
    public async Task The_audit_is_paged_and_filtered_by_time_and_person()
    {
        for (var i = 0; i < 5; i++)
        {
            await _server.Get<AuditLog>().WriteAsync([TestServer.Tenant], i % 2 == 0 ? "Ann@example.com" : "bob@example.com", null, AuditLog.App, AuditKinds.SignIn);
            _server.Time.Advance(TimeSpan.FromMinutes(1));
        }
        (await _server.Own("GET", "audit?person=ann@EXAMPLE.com")).Json.GetProperty("total").GetInt64().ShouldBe(3);
        var from = _server.Time.GetUtcNow().AddMinutes(-3.5).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        var to = _server.Time.GetUtcNow().AddMinutes(-1.5).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        (await _server.Own("GET", $"audit?from={from}&to={to}")).Json.GetProperty("total").GetInt64().ShouldBe(2);
        var page = (await _server.Own("GET", "audit?offset=1&limit=2")).Json;
        (page.GetProperty("total").GetInt64(), page.GetProperty("items").GetArrayLength()).ShouldBe((5, 2));
        page.GetProperty("items")[0].GetProperty("person").GetString().ShouldBe("bob@example.com");
        (await _server.Own("GET", "audit?from=soon&kind=odd&limit=0")).Codes.ShouldBe(["400904", "400914", "400903"], ignoreOrder: true);
    }

    [Fact]
    public async Task Only_admins_read_it_and_only_their_tenants()
    {
        await _server.AddUserAsync("ann@example.com");
        (await _server.Own("GET", "audit", null, await _server.TokenFor("ann@example.com"))).Codes.ShouldBe(["403905"]);
        await _server.Get<AuditLog>().WriteAsync(["T2"], "x@example.com", null, AuditLog.App, AuditKinds.SignIn);
        (await _server.Own("GET", "audit")).Json.GetProperty("total").GetInt64().ShouldBe(0);
    }
}
