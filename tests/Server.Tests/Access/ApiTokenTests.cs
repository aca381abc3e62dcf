using System.Text.Json;
using Espalier.Server.Tenants;
using Espalier.Server.Tests.SignIn;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Access;

/// <summary>A person's own tokens over HTTP.</summary>
public sealed class ApiTokenTests : IAsyncLifetime
{
    const string E = "/api/espalier/v1/tokens";

    TestServer _server = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync("Proxies:Known:0=127.0.0.0/8");

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_token_is_made_works_is_listed_without_its_secret_and_is_revoked()
    {
        var made = await _server.Api("POST", E, """{"name":" Workday nightly ","subnets":["127.0.0.1","10.20.0.0/16"]}""");
        made.Status.ShouldBe(201, made.Text);
        made.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var (jwt, jti) = (made.Json.GetProperty("token").GetString()!, made.Json.GetProperty("jti").GetString()!);
        (await _server.Api("GET", "datasets", null, jwt)).Status.ShouldBe(200);

        var page = await _server.Api("GET", E);
        page.Text.ShouldNotContain(jwt);
        (page.Json.GetProperty("mayCreate").GetBoolean(), page.Json.GetProperty("clientIp").GetString()).ShouldBe((true, "127.0.0.1"));
        var listed = page.Json.GetProperty("tokens").EnumerateArray().Single(token => token.GetProperty("jti").GetString() == jti);
        (Text(listed, "name"), Text(listed, "state"), Text(listed, "lastIp")).ShouldBe(("Workday nightly", "active", "127.0.0.1"));
        Text(listed, "lastRoute").ShouldBe("GET /api/v1/T1/datasets");
        listed.GetProperty("subnets").EnumerateArray().Select(entry => entry.GetString()).ShouldBe(["127.0.0.1", "10.20.0.0/16"]);

        (await _server.Api("DELETE", $"{E}/{jti}")).Status.ShouldBe(204);
        (await _server.Api("DELETE", $"{E}/{jti}")).Status.ShouldBe(204);
        (await _server.Api("GET", "datasets", null, jwt)).Codes.ShouldBe(["40102"]);
        Text(await FindAsync(jti), "state").ShouldBe("revoked");
    }

    [Fact]
    public async Task States_follow_the_dates()
    {
        var day = _server.Time.GetUtcNow().AddHours(2).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        var jti = Text((await _server.Api("POST", E, $$"""{"name":"Later","start":"{{day}}"}""")).Json, "jti");
        Text(await FindAsync(jti), "state").ShouldBe("notYetActive");
        var session = await _server.TokenFor(TestServer.Admin, end: _server.Time.GetUtcNow().AddDays(400));
        _server.Time.Advance(TimeSpan.FromHours(3));
        Text(await FindAsync(jti, session), "state").ShouldBe("active");
        _server.Time.Advance(TimeSpan.FromDays(100));
        Text(await FindAsync(jti, session), "state").ShouldBe("expired");
    }

    [Fact]
    public async Task All_that_is_wrong_is_told()
    {
        var answer = await _server.Api("POST", E, """{"name":" ","start":"soon","end":"2020-01-01","subnets":["10.0.0.0/99",1],"more":1}""");
        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("errors").EnumerateArray().Select(error => Text(error, "jsonBody"))
            .ShouldBe(["$.more", "$.name", "$.start", "$.end", "$.subnets[0]", "$.subnets[1]"], ignoreOrder: true);
        (await _server.Api("POST", E, """{"name":"x","start":"2030-05-02","end":"2030-05-01"}""")).Codes.ShouldBe(["400914"]);
        (await _server.Api("POST", $"{E}/{new string('0', 32)}/roll", """{"oldEndsInHours":1}""")).Codes.ShouldBe(["400904"]);
    }

    [Fact]
    public async Task Without_TokenAccess_tokens_are_listed_and_not_made_and_the_admins_are_named()
    {
        await _server.AddUserAsync(People.Ann, change: account => account with { TokenAccess = false });
        await _server.SetPasswordAsync(People.Ann);
        var token = await _server.TokenFor(People.Ann);
        (await _server.Api("GET", E, null, token)).Codes.ShouldBe(["40390"]);
        using var browser = await _server.BrowserOfAsync(People.Ann);
        var page = (await browser.OwnAsync("GET", "tokens")).Json;
        page.GetProperty("mayCreate").GetBoolean().ShouldBeFalse();
        page.GetProperty("missing").GetProperty("tokenAccess").GetBoolean().ShouldBeTrue();
        page.GetProperty("admins")[0].GetRawText().ShouldBe("""{"tenantId":"T1","emails":["admin@example.com"]}""");
        page.GetProperty("tokens").GetArrayLength().ShouldBe(1);
        var refused = await browser.OwnAsync("POST", "tokens", """{"name":"x"}""");
        (refused.Status, refused.Codes.Single()).ShouldBe((403, "40390"));
    }

    [Fact]
    public async Task Without_an_API_plan_the_page_says_so()
    {
        await _server.Get<ITenantStore>().UpdateAsync(new Tenant(TestServer.Tenant, "Test") { ApiPlan = false }, Ct);
        (await _server.Api("GET", E)).Json.GetProperty("missing").GetProperty("apiPlan").GetBoolean().ShouldBeTrue();
        (await _server.Api("GET", "datasets")).Codes.ShouldBe(["40345"]);
    }

    [Fact]
    public async Task Others_tokens_are_not_there()
    {
        await _server.AddUserAsync("ann@example.com");
        var token = await _server.TokenFor("ann@example.com");
        var jti = Text((await _server.Api("POST", E, """{"name":"x"}""")).Json, "jti");
        (await _server.Api("GET", E, null, token)).Text.ShouldNotContain(jti);
        foreach (var (method, path, body) in new[] { ("DELETE", "", null), ("POST", "/roll", """{"oldEndsInHours":0}"""), ("GET", "/usage", (string?)null) })
            (await _server.Api(method, $"{E}/{jti}{path}", body, token)).Codes.ShouldBe(["404907"]);
        (await _server.Api("GET", E, token: "")).Codes.ShouldBe(["40101"]);
        Text(await FindAsync(jti), "state").ShouldBe("active");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(24)]
    [InlineData(168)]
    public async Task A_rolled_token_works_beside_the_new_one_for_as_long_as_asked(int hours)
    {
        var session = await _server.TokenFor(TestServer.Admin, end: _server.Time.GetUtcNow().AddDays(400));
        var old = (await _server.Api("POST", E, """{"name":"Nightly","subnets":["127.0.0.1"]}""", session)).Json;
        var rolled = await _server.Api("POST", $"{E}/{Text(old, "jti")}/roll", $$"""{"oldEndsInHours":{{hours}}}""", session);
        rolled.Status.ShouldBe(201, rolled.Text);
        (Text(rolled.Json, "name"), rolled.Json.GetProperty("subnets")[0].GetString()).ShouldBe(("Nightly", "127.0.0.1"));
        Text(await FindAsync(Text(old, "jti"), session), "rolledTo").ShouldBe(Text(rolled.Json, "jti"));

        (await _server.Api("GET", "datasets", null, Text(rolled.Json, "token"))).Status.ShouldBe(200);
        (await _server.Api("GET", "datasets", null, Text(old, "token"))).Status.ShouldBe(hours == 0 ? 403 : 200);
        _server.Time.Advance(TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(1));
        (await _server.Api("GET", "datasets", null, Text(old, "token"))).Codes.ShouldBe(["40302"]);
        (await _server.Api("GET", "datasets", null, Text(rolled.Json, "token"))).Status.ShouldBe(200);
        (await _server.Api("POST", $"{E}/{Text(old, "jti")}/roll", """{"oldEndsInHours":0}""", session)).Codes.ShouldBe(["409903"]);
    }

    [Fact]
    public async Task A_token_makes_no_token_that_reaches_further_than_it()
    {
        var narrow = await _server.TokenFor(TestServer.Admin, end: _server.Time.GetUtcNow().AddDays(2), subnets: "127.0.0.0/8");
        var refused = await _server.Api("POST", E, """{"name":"x","end":"2099-01-01","subnets":["127.0.0.1","::1"]}""", narrow);
        (refused.Status, refused.Text.Contains("$.end", StringComparison.Ordinal), refused.Text.Contains("$.subnets", StringComparison.Ordinal)).ShouldBe((403, true, true));
        refused.Codes.ShouldBe(["403907", "403907"]);
        (await _server.Api("POST", E, """{"name":"x"}""", narrow)).Codes.ShouldBe(["403907"]);
        var made = await _server.Api("POST", E, """{"name":"x","subnets":["127.1.0.0/16"]}""", narrow);
        made.Status.ShouldBe(201, made.Text);
        made.Json.GetProperty("endsAt").GetDateTimeOffset().ShouldBeLessThanOrEqualTo(_server.Time.GetUtcNow().AddDays(2));

        var wide = Text((await _server.Api("POST", E, """{"name":"wide"}""")).Json, "jti");
        (await _server.Api("POST", $"{E}/{wide}/roll", """{"oldEndsInHours":0}""", narrow)).Codes.ShouldBe(["403907"]);
    }

    [Fact]
    public async Task The_last_twenty_calls_are_shown_with_status_and_without_query()
    {
        var jti = Text((await _server.Api("POST", E, """{"name":"x"}""")).Json, "jti");
        var jwt = Text((await _server.Api("POST", $"{E}/{jti}/roll", """{"oldEndsInHours":0}""")).Json, "token");
        jti = (await _server.Api("GET", E)).Json.GetProperty("tokens").EnumerateArray().Select(token => Text(token, "jti")).First();
        for (var i = 0; i < 23; i++)
        {
            await _server.Api("GET", $"no/such/{i}?secret=hush", null, jwt, "X-Forwarded-For: 203.0.113.9");
            if (i == 10)
                (await _server.Api("GET", $"{E}/{jti}/usage")).Json.GetArrayLength().ShouldBe(11);
        }
        var usage = (await _server.Api("GET", $"{E}/{jti}/usage")).Json;
        usage.GetArrayLength().ShouldBe(20);
        usage.EnumerateArray().Select(call => Text(call, "path")).ShouldBe(Enumerable.Range(3, 20).Reverse().Select(i => $"/api/v1/T1/no/such/{i}"));
        var first = usage[0];
        (Text(first, "method"), Text(first, "address"), first.GetProperty("status").GetInt32()).ShouldBe(("GET", "203.0.113.9", 404));
        usage.GetRawText().ShouldNotContain("hush");
    }

    [Fact]
    public async Task A_person_without_a_usable_account_does_not_come_in()
    {
        await _server.AddUserAsync("ann@example.com", change: account => account with { Enabled = false });
        (await _server.Api("GET", E, null, await _server.TokenFor("ann@example.com"))).Codes.ShouldBe(["40390"]);
        (await _server.Api("GET", E, null, await _server.TokenFor("nobody@example.com"))).Codes.ShouldBe(["40390"]);
    }

    [Fact]
    public async Task Who_is_signed_in_is_bound_by_no_token()
    {
        await _server.AddPersonAsync(People.Ann);
        using var browser = await _server.BrowserOfAsync(People.Ann);
        var made = await browser.OwnAsync("POST", "tokens", """{"name":"x","end":"2099-12-31"}""");
        made.Status.ShouldBe(201, made.Text);
        made.Json.GetProperty("endsAt").GetString().ShouldBe("2100-01-01T00:00:00.000Z");
        (await _server.Api("GET", "datasets", null, Text(made.Json, "token"))).Status.ShouldBe(200);
    }

    async Task<JsonElement> FindAsync(string jti, string? token = null) =>
        (await _server.Api("GET", E, null, token)).Json.GetProperty("tokens").EnumerateArray().Single(listed => Text(listed, "jti") == jti);

    static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
