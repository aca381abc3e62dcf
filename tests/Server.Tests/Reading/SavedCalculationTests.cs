using System.Text;
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
    public async Task New_nodes_get_their_values_once_with_their_transaction()
    {
        await using var company = await Company.StartAsync("""
            {"key":"code","type":"text","expression":"'E' + node.id","expressionMode":"newNodes"},
            {"key":"site","type":"text","expression":"London","expressionMode":"newNodes","evaluationMode":"none"},
            {"key":"rank","type":"number","expression":"node._depth * 10 + node.code.length","expressionMode":"newNodes"}
            """);
        (await company.Stored("code")).ShouldBe("E1 E2 E3 E4");
        (await company.Stored("site")).ShouldBe("London London London London");
        (await company.Stored("rank")).ShouldBe("12 22 22 32");

        // A value that is given is kept, and later changes are nobody's matter.
        (await company.Write("""[{"_action":"create","id":50,"boss":4,"code":"mine"},{"_action":"update","id":1,"name":"Anna"},{"_action":"update","id":2,"code":null}]""")).Status.ShouldBe(200);
        (await company.Stored("code")).ShouldBe("E1 - E3 E4 mine");
        (await company.Stored("rank")).ShouldBe("12 22 22 32 44");
    }

    [Fact]
    public async Task A_large_import_calculates_its_new_nodes()
    {
        await using var company = await Company.StartAsync("""{"key":"code","type":"text","expression":"'E' + node.id","expressionMode":"newNodes"}""");
        var csv = new StringBuilder("_action,id,name,boss\n");
        for (var id = 100; id < 2100; id++)
            csv.Append($"create,{id},P{id},1\n");
        using var client = new ApiClient(company.Server.Url, TestServer.Tenant, company.Server.Token);
        await client.ResultAsync(await client.StartImportAsync(company.DatasetId, "autoId=true", "csv", Encoding.UTF8.GetBytes(csv.ToString())));
        (await company.Stored("code")).ShouldEndWith(" E2098 E2099");
        await company.Server.RestartAsync();
        (await company.Stored("code")).ShouldStartWith("E1 E2 E3 E4 E100 E101 ");
    }

    static Task<Answer> Execute(Company company, string body, string method = "POST") =>
        company.Server.Api(method, $"datasets/{company.DatasetId}/executeOnDemand", body);
}
