using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Espalier.Server.Access;
using Espalier.Server.Tests.Imports;
using Espalier.Server.Tests.Locations;
using Espalier.Server.Tests.Support;
using Espalier.Server.Webhooks;

namespace Espalier.Server.Tests.Webhooks;

/// <summary>Webhooks over HTTP: who may have them, what they are told, and how they know that it is true.</summary>
public sealed class WebhookTests
{
    const string E = "/api/espalier/v1/T1/webhooks";
    const string Here = "Locations:Allow:0=127.0.0.1/32";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_is_made_shown_changed_and_deleted_and_its_secret_told_once()
    {
        await using var server = await TestServer.StartAsync();
        var made = await server.Api("POST", E, """{"url":"https://example.com/a?key=1","events":["DatasetItems","DatasetCreate"]}""");
        made.Status.ShouldBe(201, made.Text);
        made.Headers.Location!.ToString().ShouldEndWith($"{E}/{made.Json.GetProperty("webhookId")}");
        made.Headers.CacheControl!.NoStore.ShouldBeTrue();
        made.Json.GetProperty("secret").GetString()!.ShouldMatch("^whsec_[A-Za-z0-9+/]{43}=$");
        made.Json.GetProperty("events").EnumerateArray().Select(e => e.GetString()).ShouldBe(["DatasetCreate", "DatasetItems"]);
        (made.Json.GetProperty("active").GetBoolean(), made.Json.GetProperty("status").GetString()).ShouldBe((true, "active"));
        var one = $"{E}/{made.Json.GetProperty("webhookId").GetString()!.ToLowerInvariant()}";

        var changed = await server.Api("PATCH", one, """{"url":"https://example.com/b","events":["JobEnd"],"active":false}""");
        changed.Status.ShouldBe(200, changed.Text);
        var listed = await server.Api("GET", E);
        listed.Json[0].ToString().ShouldBe(changed.Json.ToString());
        listed.Json[0].GetProperty("status").GetString().ShouldBe("inactive");
        listed.Json[0].GetProperty("createdBy").GetString().ShouldBe(TestServer.Admin);
        (listed.Text + changed.Text).ShouldNotContain("whsec_");
        (await server.Api("PATCH", one, """{"active":true}""")).Json.GetProperty("url").GetString().ShouldBe("https://example.com/b");

        (await server.Api("DELETE", one)).Status.ShouldBe(204);
        (await server.Api("DELETE", one)).Codes.ShouldBe(["404940"]);
        (await server.Api("GET", E)).Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_secret_is_not_on_the_disk_as_it_was_shown()
    {
        await using var server = await TestServer.StartAsync();
        var secret = (await server.Api("POST", E, """{"url":"https://example.com/","events":["JobEnd"]}""")).Json.GetProperty("secret").GetString()!["whsec_".Length..];
        var kept = (await server.Get<IWebhookStore>().ListAsync(TestServer.Tenant, Ct)).Single();

        server.Get<WebhookSecrets>().Open(kept).ShouldBe(Convert.FromBase64String(secret));
        Should.Throw<AuthenticationTagMismatchException>(() => server.Get<WebhookSecrets>().Open(new Webhook("T2", kept.WebhookId)
        {
            Url = kept.Url,
            Events = kept.Events,
            SealedSecret = kept.SealedSecret,
            CreatedAt = kept.CreatedAt,
            CreatedBy = kept.CreatedBy,
            ModifiedAt = kept.ModifiedAt,
        }));
        foreach (var file in Directory.EnumerateFiles(server.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, Ct);
            bytes.ToArray().AsSpan().IndexOf(Encoding.ASCII.GetBytes(secret)).ShouldBe(-1, file);
            bytes.ToArray().AsSpan().IndexOf(Convert.FromBase64String(secret)).ShouldBe(-1, file);
        }
    }

    [Fact]
    public async Task Only_admins_get_at_webhooks_and_only_at_their_tenants()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddUserAsync("bob@example.com");
        var bob = await server.TokenFor("bob@example.com");
        const string Body = """{"url":"https://example.com/","events":["JobEnd"]}""";
        var one = $"{E}/{(await server.Api("POST", E, Body)).Json.GetProperty("webhookId").GetString()}";
        foreach (var (method, path, body) in new[]
                 {
                     ("GET", E, null), ("POST", E, Body), ("PATCH", one, Body), ("DELETE", one, null), ("GET", $"{one}/deliveries", null), ("POST", $"{one}/test", null),
                 })
        {
            (await server.Api(method, path, body, bob)).Codes.ShouldBe(["403940"], $"{method} {path}");
            (await server.Api(method, path, body, "")).Status.ShouldBe(401);
            (await server.Api(method, path.Replace("/T1/", "/T2/", StringComparison.Ordinal), body)).Status.ShouldBe(403);
        }

        await server.Get<Server.Tenants.ITenantStore>().AddAsync(new("T2", "T2"), Ct);
        await server.Get<IUserStore>().AddAsync(new Account("T2", Guid.NewGuid(), TestServer.Admin, Role.Admin) { TokenAccess = true }, Ct);
        (await server.Api("GET", E.Replace("T1", "T2", StringComparison.Ordinal))).Json.GetArrayLength().ShouldBe(0);
        (await server.Api("DELETE", one.Replace("/T1/", "/T2/", StringComparison.Ordinal))).Codes.ShouldBe(["404940"]);
    }

    [Theory]
    [InlineData("{}", "400902 $.url", "400902 $.events")]
    [InlineData("""{"url":"http://example.com/","events":[]}""", "400916 $.url", "400906 $.events")]
    [InlineData("""{"url":"https://127.0.0.1/","events":["JobEnd","JobEnd","jobEnd"]}""", "400916 $.url", "400907 $.events[1]", "400904 $.events[2]")]
    [InlineData("""{"url":"https://localhost/x","events":"JobEnd","active":1,"secret":"x"}""", "400905 $.secret", "400916 $.url", "400903 $.events", "400903 $.active")]
    [InlineData("[]", "400903 $")]
    [InlineData("", "400902 $")]
    [InlineData("{", "400901 $")]
    public async Task What_is_wrong_with_a_webhook_is_told_all_at_once(string body, params string[] errors)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.Api("POST", E, body);
        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("errors").EnumerateArray()
            .Select(e => $"{e.GetProperty("code").GetString()} {e.GetProperty("jsonBody").GetString()}").ShouldBe(errors, ignoreOrder: true);
    }

    [Fact]
    public async Task Wrong_ids_pages_and_too_many_webhooks_are_refused()
    {
        await using var server = await TestServer.StartAsync("Webhooks:MostPerTenant=1");
        (await server.Api("PATCH", $"{E}/x", """{"url":"http://x"}""")).Codes.ShouldBe(["400603", "400916"]);
        (await server.Api("GET", $"{E}/x/deliveries?limit=0&offset=-1")).Codes.ShouldBe(["400603", "400903", "400903"]);
        (await server.Api("POST", $"{E}/{Guid.NewGuid()}/test")).Codes.ShouldBe(["404940"]);
        (await server.Api("GET", $"{E}/{Guid.NewGuid()}/deliveries")).Codes.ShouldBe(["404940"]);
        (await server.Api("POST", E, """{"url":"https://example.com/","events":["JobEnd"]}""")).Status.ShouldBe(201);
        (await server.Api("POST", E, """{"url":"https://example.com/","events":["JobEnd"]}""")).Codes.ShouldBe(["400941"]);
    }

    [Fact]
    public async Task Everything_that_happens_is_told_once_and_signed()
    {
        await using var site = await Site.StartAsync(_ => Task.CompletedTask);
        await using var server = await TestServer.StartAsync(Here);
        var made = (await server.Api("POST", E, $$"""{"url":"{{site.Url}}/hook","events":["DatasetCreate","DatasetUpdate","DatasetItems","JobEnd"]}""")).Json;
        var dataset = (await server.Api("POST", "datasets", """
            {"name":"D","type":"PEOPLE","autoId":"id","labelId":"id","properties":[{"key":"id","type":"number"},{"key":"a","type":"text"},{"key":"b","type":"text"}]}
            """)).Json.GetProperty("datasetId").GetString()!;
        await server.Api("PATCH", $"datasets/{dataset}?deleteOmittedProperties=true", """{"properties":[{"key":"id"},{"key":"a","name":"A"},{"key":"c","type":"date"},{"key":"d","type":"date"}]}""");
        await server.Api("PUT", $"datasets/{dataset}/items?autoId=true", """[{"_action":"create","id":1,"a":"top secret"},{"_action":"create","id":2}]""");
        await server.Api("PUT", $"datasets/{dataset}/items?autoId=true&dryRun=true", """[{"_action":"delete","id":1}]""");
        await server.Api("PUT", $"datasets/{dataset}/items?autoId=true", """[{"_action":"update","id":1,"a":"z"},{"_action":"delete","id":2}]""");
        await server.Api("POST", $"datasets/{dataset}/export/csv");

        var told = await ReceivedAsync(site, 5);
        await Task.Delay(600, Ct);
        site.Requests.Count.ShouldBe(5);
        var bodies = told.Select(request => JsonDocument.Parse(request.Body).RootElement).ToList();
        bodies.Select(body => $"{body.GetProperty("eventType").GetString()} {body.GetProperty("eventBody")}").Order(StringComparer.Ordinal).ShouldBe(
        [
            """DatasetCreate {"created":3,"updated":0,"deleted":0}""",
            """DatasetItems {"created":0,"updated":1,"deleted":1,"channel":"api"}""",
            """DatasetItems {"created":2,"updated":0,"deleted":0,"channel":"api"}""",
            """DatasetUpdate {"created":2,"updated":1,"deleted":1}""",
            bodies.Where(b => b.GetProperty("eventType").GetString() == "JobEnd").Select(b => $"JobEnd {b.GetProperty("eventBody")}").Single(),
        ]);
        foreach (var (request, body) in told.Zip(bodies))
        {
            body.EnumerateObject().Select(member => member.Name)
                .ShouldBe(["tenantId", "datasetId", "transactionId", "user", "timestamp", "eventType", "eventBody"]);
            body.GetProperty("tenantId").GetString().ShouldBe("T1");
            body.GetProperty("datasetId").GetString().ShouldBe(dataset);
            body.GetProperty("user").GetString().ShouldBe(TestServer.Admin);
            (request.Method, request.Path, request.ContentType).ShouldBe(("POST", "/hook", "application/json; charset=utf-8"));
            IsGenuine(request, made.GetProperty("secret").GetString()!).ShouldBeTrue();
            IsGenuine(request, "whsec_" + Convert.ToBase64String(new byte[32])).ShouldBeFalse();
            Encoding.UTF8.GetString(request.Body).ShouldNotContain("secret");
        }
        told.Select(request => request.Headers["webhook-id"]).Distinct().Count().ShouldBe(5);

        var deliveries = (await server.Api("GET", $"{E}/{made.GetProperty("webhookId")}/deliveries")).Json;
        deliveries.EnumerateArray().Select(d => $"{d.GetProperty("status")} {d.GetProperty("answer")} {d.GetProperty("tries")}")
            .ShouldAllBe(d => d == "delivered 200 1");
        deliveries.EnumerateArray().Select(d => d.GetProperty("deliveryId").GetString()).ShouldBe(told.Select(r => r.Headers["webhook-id"]), ignoreOrder: true);
        var second = (await server.Api("GET", $"{E}/{made.GetProperty("webhookId")}/deliveries?offset=1&limit=2")).Json;
        second.EnumerateArray().Select(d => d.ToString()).ShouldBe(deliveries.EnumerateArray().Skip(1).Take(2).Select(d => d.ToString()));
    }

    [Fact]
    public async Task Deleting_and_restoring_a_dataset_is_told_and_a_refusal_is_not()
    {
        await using var site = await Site.StartAsync(_ => Task.CompletedTask);
        await using var server = await TestServer.StartAsync(Here);
        await server.Api("POST", E, $$"""{"url":"{{site.Url}}/","events":["DatasetUndelete","DatasetDelete"]}""");
        var dataset = (await server.Api("POST", "datasets", """
            {"name":"D","type":"PEOPLE","autoId":"id","labelId":"id","properties":[{"key":"id","type":"number"},{"key":"a","type":"text"}]}
            """)).Json.GetProperty("datasetId").GetString()!;
        (await server.Own("POST", $"datasets/{dataset}/archive")).Status.ShouldBe(204);
        (await server.Own("DELETE", $"datasets/{dataset}")).Status.ShouldBe(204);
        (await server.Own("DELETE", $"datasets/{dataset}")).Status.ShouldBe(404);
        (await server.Own("POST", $"datasets/{dataset}/restore")).Status.ShouldBe(204);
        (await server.Own("POST", $"datasets/{dataset}/restore")).Status.ShouldBe(404);

        var bodies = (await ReceivedAsync(site, 2)).Select(request => JsonDocument.Parse(request.Body).RootElement).ToList();
        bodies.Select(body => $"{body.GetProperty("eventType").GetString()} {body.GetProperty("eventBody")}").Order(StringComparer.Ordinal).ShouldBe(
            ["""DatasetDelete {"created":0,"updated":0,"deleted":2}""", """DatasetUndelete {"created":2,"updated":0,"deleted":0}"""]);
        bodies.ShouldAllBe(body => body.GetProperty("datasetId").GetString() == dataset && body.GetProperty("user").GetString() == TestServer.Admin
            && body.GetProperty("transactionId").ValueKind == JsonValueKind.Null);
        await Task.Delay(600, Ct);
        site.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_jobs_end_tells_what_it_changed_and_that_it_failed()
    {
        await using var site = await Site.StartAsync(_ => Task.CompletedTask);
        await using var staff = await Staff.StartAsync(Here);
        await staff.Server.Api("POST", E, $$"""{"url":"{{site.Url}}/","events":["JobEnd","DatasetItems"]}""");
        var (good, _) = await staff.Upload("csv", "_action,employeeID\ncreate,7\n");
        var (bad, _) = await staff.Upload("csv", "_action,employeeID\ncreate,7\n");
        await staff.Ended(await staff.Import("autoId=true", good));
        await staff.Ended(await staff.Import("autoId=true", bad));

        var bodies = (await ReceivedAsync(site, 3)).Select(request => JsonDocument.Parse(request.Body).RootElement).ToLookup(body => body.GetProperty("eventType").GetString());
        var items = bodies["DatasetItems"].Single();
        items.GetProperty("eventBody").GetProperty("channel").GetString().ShouldBe("import");
        var ends = bodies["JobEnd"].ToDictionary(body => body.GetProperty("eventBody").GetProperty("jobStatus").GetString()!);
        ends["completed"].GetProperty("transactionId").GetString().ShouldBe(items.GetProperty("transactionId").GetString());
        ends["failed"].GetProperty("transactionId").ValueKind.ShouldBe(JsonValueKind.Null);
        ends["failed"].GetProperty("eventBody").GetProperty("errors").GetInt32().ShouldBe(1);
        ends["failed"].GetProperty("eventBody").GetProperty("kind").GetString().ShouldBe("items.import");
    }

    [Fact]
    public async Task A_test_is_sent_at_once_and_tells_how_it_went()
    {
        var status = 204;
        await using var site = await Site.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        await using var server = await TestServer.StartAsync(Here);
        var made = (await server.Api("POST", E, $$"""{"url":"{{site.Url}}/","events":["JobEnd"],"active":false}""")).Json;
        var one = $"{E}/{made.GetProperty("webhookId")}";

        var good = (await server.Api("POST", $"{one}/test")).Json;
        (good.GetProperty("status").GetString(), good.GetProperty("answer").GetInt32(), good.GetProperty("eventType").GetString()).ShouldBe(("delivered", 204, "Test"));
        good.GetProperty("body").GetProperty("user").GetString().ShouldBe(TestServer.Admin);
        IsGenuine(site.Requests.Single(), made.GetProperty("secret").GetString()!).ShouldBeTrue();

        status = 302;
        (await server.Api("POST", $"{one}/test")).Json.GetProperty("status").GetString().ShouldBe("failed");
        await server.Api("PATCH", one, """{"url":"https://nobody.invalid/"}""");
        var lost = (await server.Api("POST", $"{one}/test")).Json;
        lost.GetProperty("status").GetString().ShouldBe("failed");
        lost.GetProperty("trouble").GetString().ShouldNotBeNullOrEmpty();
        (await server.Api("GET", $"{one}/deliveries")).Json.GetArrayLength().ShouldBe(3);
    }

    /// <summary>As docs/webhooks.md says how to.</summary>
    static bool IsGenuine(Site.Request request, string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var signed = $"{request.Headers["webhook-id"]}.{request.Headers["webhook-timestamp"]}.{Encoding.UTF8.GetString(request.Body)}";
        var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(request.Headers["webhook-signature"]));
    }

    internal static async Task<IReadOnlyList<Site.Request>> ReceivedAsync(Site site, int count)
    {
        await Soon.HoldsAsync(() => site.Requests.Count >= count, $"{count} requests");
        return [.. site.Requests];
    }
}
