using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Reading;

public sealed class SavedCalculationTests
{
    const string OnDemand = """
        {"key":"t1","type":"number","expression":"node.pay + 1","evaluationMode":"onDemand"},
        {"key":"t2","type":"number","expression":"node.t1 * 10","evaluationMode":"onDemand"},
        {"key":"grade","type":"text","expression":"node.pay > 60 ? 'high' : 'low'","evaluationMode":"onDemand"},
        {"key":"twice","type":"number","expression":"node.t2 * 2"}
        """;

    [Fact]
    public async Task On_demand_results_are_saved_as_one_transaction_with_an_entry_for_each_item()
    {
        await using var company = await Company.StartAsync(OnDemand);
        var result = await company.Result(await Execute(company, """{"executeOnDemand":["t1","t2","grade"]}"""));
        (await company.Stored("t1")).ShouldBe("101 51 - 26");
        (await company.Stored("t2")).ShouldBe("1010 510 - 260");
        (await company.Stored("grade")).ShouldBe("high low low low");
        (await company.Shown("twice")).ShouldBe("2020 1020 - 520");
        result.Json.EnumerateArray().Select(e => $"{e.GetProperty("_status").GetString()} {e.GetProperty("_action").GetString()} {e.GetProperty("id")}")
            .ShouldBe(["success update 1", "success update 2", "success update 3", "success update 4"]);

        // The same again changes nothing, and leaves no trace.
        var state = (await company.Server.Api("GET", $"datasets/{company.DatasetId}")).Json.GetProperty("cacheKey").GetString();
        result = await company.Result(await Execute(company, """{"executeOnDemand":["t1","t2","grade"]}""", "PUT"));
        result.Json.EnumerateArray().ShouldAllBe(e => e.GetProperty("_status").GetString() == "skipped");
        (await company.Server.Api("GET", $"datasets/{company.DatasetId}")).Json.GetProperty("cacheKey").GetString().ShouldBe(state);

        (await company.Write("""[{"_action":"update","id":2,"pay":null},{"_action":"update","id":3,"pay":1}]""")).Status.ShouldBe(200);
        result = await company.Result(await Execute(company, """{"executeOnDemand":["t1"]}"""));
        (await company.Stored("t1")).ShouldBe("101 - 2 26");
        (await company.Stored("t2")).ShouldBe("1010 510 - 260");
        result.Json.EnumerateArray().Select(e => e.GetProperty("_status").GetString()).ShouldBe(["skipped", "success", "success", "skipped"]);
        await company.Server.RestartAsync();
        (await company.Stored("t1")).ShouldBe("101 - 2 26");
    }

    [Theory]
    [InlineData("""{}""", "400902 $.executeOnDemand")]
    [InlineData("""{"executeOnDemand":[]}""", "400906 $.executeOnDemand")]
    [InlineData("""{"executeOnDemand":["twice","pay","none","t1","t1",1],"extra":1}""",
        "400918 $.executeOnDemand[0]|400918 $.executeOnDemand[1]|400909 $.executeOnDemand[2]|400907 $.executeOnDemand[4]|400903 $.executeOnDemand[5]|400905 $.extra")]
    public async Task What_cannot_be_executed_is_refused_with_its_place(string body, string expected)
    {
        await using var company = await Company.StartAsync(OnDemand);
        var refused = await Execute(company, body);
        refused.Status.ShouldBe(400);
        string.Join('|', refused.Json.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("code").GetString()} {e.GetProperty("jsonBody").GetString()}"))
            .ShouldBe(expected);
    }

    [Fact]
    public async Task New_nodes_get_their_values_when_a_draft_makes_them_and_never_from_an_import()
    {
        await using var company = await Company.StartAsync("""
            {"key":"code","type":"text","expression":"'E' + node.id","expressionMode":"newNodes"},
            {"key":"site","type":"text","expression":"London","expressionMode":"newNodes","evaluationMode":"none"},
            {"key":"rank","type":"number","expression":"node._depth * 10 + node.code.length","expressionMode":"newNodes"}
            """);
        (await company.Stored("code")).ShouldBe("- - - -");
        (await company.Shown("code")).ShouldBe("- - - -");

        var made = await company.Server.Own("POST", "drafts", $$"""{"datasetId":"{{company.DatasetId}}","name":"D"}""");
        var draft = made.Json.GetProperty("draftId").GetString()!;
        (await WriteDraft("""[{"_action":"create","id":50,"boss":4},{"_action":"create","id":60,"boss":50,"code":"mine"},{"_action":"update","id":1,"name":"Anna"}]""")).Status.ShouldBe(200);
        // A value that is given is kept, and later changes are nobody's matter.
        (await WriteDraft("""[{"_action":"update","id":50,"boss":1},{"_action":"update","id":60,"site":null}]""")).Status.ShouldBe(200);
        await company.Result(await company.Server.Api("POST", $"datasets/{company.DatasetId}/drafts/apply", $$"""{"layers":[{"draftId":"{{draft}}","layerKey":"default"}]}"""));
        (await company.Stored("code")).ShouldBe("- - - - E50 mine");
        (await company.Stored("site")).ShouldBe("- - - - London -");
        (await company.Stored("rank")).ShouldBe("- - - - 43 54");

        Task<Answer> WriteDraft(string actions) => company.Server.Own("PUT", $"drafts/{draft}/items?autoId=true", actions);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("?resultEncoding=gzip", true)]
    [InlineData("?encoding=gzip", true)]
    public async Task The_result_is_packed_when_the_caller_wants_it(string query, bool packed)
    {
        await using var company = await Company.StartAsync(OnDemand);
        var started = await company.Server.Api("POST", $"datasets/{company.DatasetId}/executeOnDemand{query}", """{"executeOnDemand":["t1"]}""");
        var url = started.Json.GetProperty("_links").GetProperty("self").GetProperty("url").GetString()!;
        var ticket = await Soon.EndsAsync(() => company.Server.Api("GET", url, token: ""));
        using var http = new HttpClient();
        using var result = await http.GetAsync(ticket.GetProperty("_links").GetProperty("result").GetProperty("url").GetString()!, TestContext.Current.CancellationToken);
        result.Content.Headers.ContentEncoding.Contains("gzip").ShouldBe(packed);
    }

    static Task<Answer> Execute(Company company, string body, string method = "POST") =>
        company.Server.Api(method, $"datasets/{company.DatasetId}/executeOnDemand", body);
}
