using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Tenants;

public sealed class TenantEndpointTests : IAsyncLifetime
{
    const string E = "/api/espalier/v1/tenants";

    TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        await _server.MakeInstallationAdminAsync();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_admin_of_the_installation_makes_and_changes_tenants()
    {
        var made = await _server.Api("POST", E, """
            {"id":"ACME","name":"Acme","masterTenantId":"T1","subnets":["127.0.0.1"],"limits":{"requestsPerSecond":7}}
            """);
        made.Status.ShouldBe(201, made.Text);
        (made.Json.GetProperty("role").GetString(), made.Json.GetProperty("users").GetInt32()).ShouldBe(("admin", 1));
        made.Json.GetProperty("limits").GetRawText().ShouldBe("""{"requestsPerSecond":7}""");
        (await _server.Api("GET", "/api/v1/ACME/datasets")).Status.ShouldBe(200);
        (await _server.Api("POST", E, """{"id":"ACME"}""")).Codes.ShouldBe(["409904"]);

        var changed = await _server.Api("PATCH", $"{E}/ACME", """{"name":"Acme Ltd","masterTenantId":null,"apiPlan":false,"limits":{"requestsPerSecond":null,"requestsPerDay":0}}""");
        changed.Status.ShouldBe(200, changed.Text);
        changed.Json.GetProperty("limits").GetRawText().ShouldBe("""{"requestsPerDay":0}""");
        changed.Json.TryGetProperty("masterTenantId", out _).ShouldBeFalse();
        changed.Json.GetProperty("subnets")[0].GetString().ShouldBe("127.0.0.1");
        (await _server.Api("GET", "/api/v1/ACME/datasets")).Codes.ShouldBe(["40345"]);
        (await _server.Api("PATCH", $"{E}/ACME", """{"apiPlan":true,"enabled":false}""")).Status.ShouldBe(200);
        (await _server.Api("GET", "/api/v1/ACME/datasets")).Codes.ShouldBe(["40391"]);
        (await _server.Api("PATCH", $"{E}/NOPE", "{}")).Codes.ShouldBe(["404908"]);
    }

    [Fact]
    public async Task Others_see_their_tenants_alone_and_no_limits_or_addresses()
    {
        (await _server.Api("POST", E, """{"id":"ACME"}""")).Status.ShouldBe(201);
        await _server.AddUserAsync("ann@example.com");
        var token = await _server.TokenFor("ann@example.com");
        await _server.Api("POST", "datasets", """{"name":"D","type":"PEOPLE","autoId":"id","labelId":"id","properties":[{"key":"id","type":"number"}]}""", token);

        var page = (await _server.Api("GET", E, null, token)).Json;
        page.GetProperty("mayCreate").GetBoolean().ShouldBeFalse();
        var only = page.GetProperty("tenants").EnumerateArray().Single();
        (only.GetProperty("id").GetString(), only.GetProperty("role").GetString(), only.GetProperty("datasets").GetInt32()).ShouldBe(("T1", "user", 1));
        only.TryGetProperty("lastActivityAt", out _).ShouldBeTrue();
        foreach (var name in new[] { "limits", "subnets", "users" })
            only.TryGetProperty(name, out _).ShouldBeFalse(name);
        (await _server.Api("POST", E, """{"id":"MINE"}""", token)).Codes.ShouldBe(["403908"]);
        (await _server.Api("PATCH", $"{E}/T1", """{"name":"Mine"}""", token)).Codes.ShouldBe(["403908"]);

        var all = (await _server.Api("GET", E)).Json;
        all.GetProperty("mayCreate").GetBoolean().ShouldBeTrue();
        all.GetProperty("tenants").EnumerateArray().Select(tenant => tenant.GetProperty("id").GetString()).ShouldBe(["ACME", "T1"]);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told()
    {
        var answer = await _server.Api("POST", E, """
            {"id":"TOKENS","name":" ","masterTenantId":"NOPE","subnets":["x"],"apiPlan":"yes","limits":{"requestsPerSecond":-1,"concurrency":1.5,"more":1}}
            """);
        answer.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("jsonBody").GetString()).ShouldBe(
            ["$.id", "$.name", "$.masterTenantId", "$.subnets[0]", "$.apiPlan", "$.limits.requestsPerSecond", "$.limits.concurrency", "$.limits.more"], ignoreOrder: true);
    }

    [Fact]
    public async Task Usage_shows_each_day_what_was_asked_and_refused()
    {
        await using var server = await TestServer.StartAsync("Quotas:RequestsPerDay=12", "Quotas:RequestsPerSecond=500");
        for (var i = 0; i < 9; i++)
            await server.Api("GET", "datasets");
        server.Time.Advance(TimeSpan.FromDays(1));
        var token = await server.TokenFor(TestServer.Admin);
        for (var i = 0; i < 10; i++)
            await server.Api("GET", "datasets", null, token);
        var usage = (await server.Own("GET", "usage?days=3", null, token)).Json;
        usage.GetProperty("limits").GetRawText().ShouldBe("""{"requestsPerSecond":500,"concurrency":0,"requestsPerDay":12}""");
        var days = usage.GetProperty("days").EnumerateArray().ToList();
        days.Select(day => day.GetProperty("requests").GetInt64()).ShouldBe([0, 9, 11]);
        days[2].GetProperty("day").GetString().ShouldBe(server.Time.GetUtcNow().ToString("yyyy-MM-dd"));
        for (var i = 0; i < 3; i++)
            await server.Api("GET", "datasets", null, token);
        (await server.Own("GET", "usage", null, token)).Codes.ShouldBe(["42902"]);
        server.Time.Advance(TimeSpan.FromDays(1));
        token = await server.TokenFor(TestServer.Admin);
        (await server.Own("GET", "usage?days=2", null, token)).Json.GetProperty("days")[0].GetProperty("overQuota").GetInt64().ShouldBe(3);

        await server.AddUserAsync("ann@example.com");
        (await server.Own("GET", "usage", null, await server.TokenFor("ann@example.com"))).Codes.ShouldBe(["403905"]);
        (await server.Own("GET", "usage?days=0", null, token)).Codes.ShouldBe(["400903"]);
    }
}
