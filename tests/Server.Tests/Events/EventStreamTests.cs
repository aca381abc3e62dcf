using Espalier.Server.Access;
using Espalier.Server.Events;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Events;

/// <summary>What happens, told as it happens, and to nobody who may not know.</summary>
public sealed class EventStreamTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Transactions_jobs_and_changes_of_lists_are_told_as_they_happen()
    {
        await using var server = await TestServer.StartAsync();
        using var client = new ApiClient(server.Url, TestServer.Tenant, server.Token);
        var datasetId = await DatasetAsync(client);
        await using var events = await EventReader.OpenAsync(server, $"topics=dataset:{datasetId},jobs,meta");

        await client.DoAsync("PUT", $"datasets/{datasetId}/items?autoId=true", """[{"_action":"create","id":1},{"_action":"create","id":2}]""");
        var (type, data) = (await events.NextAsync())!.Value;
        (type, data.GetProperty("datasetId").GetString(), data.GetProperty("by").GetString()).ShouldBe(("dataset", datasetId, TestServer.Admin));
        data.GetProperty("counts").GetRawText().ShouldBe("""{"created":2,"updated":0,"deleted":0}""");
        data.TryGetProperty("definition", out _).ShouldBeFalse();

        await client.DoAsync("PATCH", $"datasets/{datasetId}", """{"name":"E"}""");
        (await events.NextAsync())!.Value.Data.GetProperty("definition").GetBoolean().ShouldBeTrue();
        (type, data) = (await events.NextAsync())!.Value;
        (type, data.GetRawText()).ShouldBe(("meta", $$"""{"kind":"datasets","datasetId":"{{datasetId}}"}"""));

        await client.ResultAsync(await client.StartImportAsync(datasetId, "autoId=true", "json", """[{"_action":"create","id":3}]"""u8.ToArray()));
        var states = (await events.UntilAsync((kind, what) => kind == "job" && what.GetProperty("state").GetString() == "completed"))
            .Where(message => message.Type == "job").Select(message => message.Data.GetProperty("state").GetString()).Distinct();
        states.ShouldBe(["created", "running", "completed"]);

        await server.Own("PUT", "users/ann@example.com", "{}");
        (await events.UntilAsync((kind, _) => kind == "meta"))[^1].Data.GetRawText().ShouldBe("""{"kind":"users"}""");
    }

    [Fact]
    public async Task Who_comes_back_misses_nothing_and_who_was_away_too_long_is_told_so()
    {
        await using var server = await TestServer.StartAsync();
        using var client = new ApiClient(server.Url, TestServer.Tenant, server.Token);
        var datasetId = await DatasetAsync(client);
        string before;
        await using (var events = await EventReader.OpenAsync(server, $"topics=dataset:{datasetId}"))
            before = events.LastId!;
        foreach (var id in new[] { 1, 2 })
            await client.DoAsync("PUT", $"datasets/{datasetId}/items?autoId=true", $$"""[{"_action":"create","id":{{id}}}]""");

        string after;
        await using (var events = await EventReader.OpenAsync(server, $"topics=dataset:{datasetId}", lastId: before))
        {
            (await events.NextAsync())!.Value.Type.ShouldBe("dataset");
            after = events.LastId!;
            (await events.NextAsync())!.Value.Type.ShouldBe("dataset");
        }
        await using (var events = await EventReader.OpenAsync(server, $"topics=dataset:{datasetId}&lastEventId={after}"))
        {
            (await events.NextAsync())!.Value.Type.ShouldBe("dataset");
            await client.DoAsync("PUT", $"datasets/{datasetId}/items?autoId=true", """[{"_action":"delete","id":1}]""");
            (await events.NextAsync())!.Value.Data.GetProperty("counts").GetProperty("deleted").GetInt32().ShouldBe(1);
        }
        server.Time.Advance(TimeSpan.FromMinutes(6));
        await using (var events = await EventReader.OpenAsync(server, $"topics=dataset:{datasetId}", lastId: after))
            (await events.NextAsync())!.Value.Type.ShouldBe("reset");
        await using (var events = await EventReader.OpenAsync(server, "topics=jobs", lastId: "12"))
            (await events.NextAsync())!.Value.Type.ShouldBe("reset");
    }

    [Fact]
    public async Task Nobody_hears_of_what_they_may_not_know()
    {
        await using var server = await TestServer.StartAsync();
        using var client = new ApiClient(server.Url, TestServer.Tenant, server.Token);
        var (openId, closedId) = (await DatasetAsync(client), await DatasetAsync(client));
        await server.Own("PUT", $"datasets/{openId}/rights", """{"grants":[{"group":"user","level":"read"}]}""");
        await server.AddUserAsync("ann@example.com");
        var ann = await server.TokenFor("ann@example.com");
        (await server.Own("GET", $"events?topics=dataset:{closedId}", null, ann)).Codes.ShouldBe(["404901"]);

        await using var events = await EventReader.OpenAsync(server, $"topics=dataset:{openId},jobs,meta", ann);
        await client.DoAsync("PATCH", $"datasets/{closedId}", """{"name":"Secret"}""");
        await server.Own("PUT", "users/bob@example.com", "{}");
        await server.Own("PUT", $"datasets/{closedId}/rights", "{}");
        await client.ResultAsync(await client.StartImportAsync(closedId, "autoId=true", "json", "[]"u8.ToArray()));
        await client.DoAsync("PUT", $"datasets/{openId}/items?autoId=true", """[{"_action":"create","id":1}]""");
        var (type, data) = (await events.NextAsync())!.Value;
        type.ShouldBe("dataset");
        data.EnumerateObject().Select(member => member.Name).ShouldBe(["datasetId", "version"]);

        await server.Own("PUT", $"datasets/{openId}/rights", """{"grants":[]}""");
        await client.DoAsync("PUT", $"datasets/{openId}/items?autoId=true", """[{"_action":"create","id":2}]""");
        await server.Own("PUT", $"datasets/{openId}/rights", """{"grants":[{"group":"user","level":"read"}]}""");
        (await events.NextAsync())!.Value.Data.GetRawText().ShouldBe($$"""{"kind":"rights","datasetId":"{{openId}}"}""");
    }

    [Fact]
    public async Task A_stream_beats_and_ends_when_its_caller_may_not_come_in_any_more()
    {
        await using var server = await TestServer.StartAsync("Events:HeartbeatSeconds=1");
        await server.AddUserAsync("ann@example.com");
        foreach (var end in new Func<string, Task>[]
        {
            token => server.Own("PUT", "users/ann@example.com", """{"enabled":false}"""),
            async token => await server.Get<ITokenStore>().RevokeAsync(
                (await server.Get<ITokenStore>().ListOfAsync("ann@example.com", Ct))[0].Jti, server.Time.GetUtcNow(), Ct),
        })
        {
            await server.Own("PUT", "users/ann@example.com", """{"tokenAccess":true}""");
            var token = await server.TokenFor("ann@example.com");
            await using var events = await EventReader.OpenAsync(server, "topics=jobs", token);
            var next = events.NextAsync();
            await Soon.HoldsAsync(() => events.Comments > 0);
            await end(token);
            (await next.WaitAsync(TimeSpan.FromSeconds(60), Ct)).ShouldBeNull();
            server.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task Streams_take_no_place_among_requests_and_one_person_has_only_so_many()
    {
        await using var server = await TestServer.StartAsync("Quotas:Concurrency=2", "Events:StreamsPerPerson=3");
        var open = new List<EventReader>();
        for (var i = 0; i < 3; i++)
            open.Add(await EventReader.OpenAsync(server, "topics=jobs"));
        (await server.Api("GET", "datasets")).Status.ShouldBe(200);
        (await server.Own("GET", "events?topics=jobs")).Codes.ShouldBe(["42901"]);
        foreach (var reader in open)
            await reader.DisposeAsync();
        (await server.Own("GET", "events")).Codes.ShouldBe(["400902"]);
        (await server.Own("GET", "events?topics=jobs,odd")).Codes.ShouldBe(["400904"]);
    }

    [Fact]
    public async Task The_server_stops_although_somebody_listens()
    {
        await using var server = await TestServer.StartAsync();
        await using var events = await EventReader.OpenAsync(server, "topics=jobs");
        await server.RestartAsync().WaitAsync(TimeSpan.FromSeconds(60), Ct);
        (await server.Api("GET", "datasets")).Status.ShouldBe(200);
    }

    [Fact]
    public void A_listener_that_is_too_slow_is_told_that_it_has_missed_something()
    {
        var hub = new EventHub(TimeProvider.System);
        using var listener = hub.Listen("T1", null);
        for (var i = 0; i < 600; i++)
            hub.Publish(new MetaChanged("T1", MetaChanged.Datasets));
        hub.Publish(new MetaChanged("T2", MetaChanged.Datasets));
        var (happened, missed) = listener.Take();
        missed.ShouldBeTrue();
        happened.Count.ShouldBe(88);
        happened.Select(each => each.Sequence).ShouldBeInOrder();
        listener.Take().Happened.ShouldBeEmpty();
        listener.Take().HasMissed.ShouldBeFalse();
    }

    static Task<string> DatasetAsync(ApiClient client) =>
        client.CreateDatasetAsync("""{"name":"D","type":"PEOPLE","autoId":"id","labelId":"id","properties":[{"key":"id","type":"number"}]}""");
}
