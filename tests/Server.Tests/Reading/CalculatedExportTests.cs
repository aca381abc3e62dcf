using System.Text.Json;

namespace Espalier.Server.Tests.Reading;

public sealed class CalculatedExportTests
{
    [Fact]
    public async Task Exports_show_calculated_values_and_items_only_stored_ones()
    {
        await using var company = await Company.StartAsync("""
            {"key":"branch","type":"number","expression":"node.d(0).pay.sum","expressionMode":"allNodes"},
            {"key":"share","type":"number","expression":"node.pay / node.root.branch"}
            """);
        (await company.Shown("branch")).ShouldBe("175 75 0 25");
        (await company.Shown("share")).ShouldBe($"{100 / 175d:R} {50 / 175d:R} - {25 / 175d:R}");
        (await company.Stored("branch")).ShouldBe("- - - -");

        var csv = (await company.Server.Api("GET", $"datasets/{company.DatasetId}/export/csv?includeBOM=false&lineEndings=unix")).Text;
        csv.Split('\n')[1].ShouldStartWith("1,Ana,,100,EUR,2020-01-01,175,0.571");
    }

    [Theory]
    [InlineData("emptyCells", "7 1 1 1")]
    [InlineData("allNodes", "1 1 1 1")]
    [InlineData("inherited", "7 7 7 7")]
    [InlineData("newNodes", "7 - - -")]
    public async Task The_expression_mode_says_which_cells_are_calculated(string mode, string expected)
    {
        await using var company = await Company.StartAsync("""{"key":"x","type":"number"}""");
        (await company.Write("""[{"_action":"update","id":1,"x":7}]""")).Status.ShouldBe(200);
        await company.AddPropertiesAsync($$"""{"key":"x","expression":"1","expressionMode":"{{mode}}"}""");
        (await company.Shown("x")).ShouldBe(expected);
        (await company.Stored("x")).ShouldBe("7 - - -");
    }

    [Fact]
    public async Task An_inherited_value_needs_no_expression()
    {
        await using var company = await Company.StartAsync("""
            {"key":"site","type":"text","expressionMode":"inherited"},{"key":"where","type":"text","expression":"node.site + '!'"}
            """);
        (await company.Write("""[{"_action":"update","id":2,"site":"Leeds"}]""")).Status.ShouldBe(200);
        (await company.Shown("site")).ShouldBe("- Leeds - Leeds");
        (await company.Shown("where")).ShouldBe("! Leeds! ! Leeds!");
    }

    [Fact]
    public async Task A_text_without_evaluation_is_the_value_itself()
    {
        await using var company = await Company.StartAsync("""{"key":"x","type":"text","expression":"node.pay )(","evaluationMode":"none"}""");
        (await company.Shown("x")).ShouldBe("node.pay )( node.pay )( node.pay )( node.pay )(");
    }

    [Fact]
    public async Task Scripted_properties_are_filled_by_another_one()
    {
        await using var company = await Company.StartAsync("""
            {"key":"t1","type":"number","evaluationMode":"script"},{"key":"t2","type":"number","evaluationMode":"script"},
            {"key":"fill","type":"text","expression":"node.settemporary({t1: node.pay * 2, t2: node.pay + 1})"},
            {"key":"sum","type":"number","expression":"node.t1 + node.t2"}
            """);
        (await company.Shown("sum")).ShouldBe("301 151 - 76");
        (await company.Shown("t1")).ShouldBe("200 100 - 50");
        (await company.Shown("fill")).ShouldBe("- - - -");
    }

    [Fact]
    public async Task Cells_that_need_themselves_are_blank_and_others_go_on()
    {
        await using var company = await Company.StartAsync("""
            {"key":"x","type":"number","expression":"node.y + 1"},{"key":"y","type":"number","expression":"node.x + 1"},
            {"key":"path","type":"text","expression":"(node.p.path ?? '') + '/' + node.id"},{"key":"bad","type":"number","expression":"node.pay.nonsense(1)"}
            """);
        (await company.Shown("x")).ShouldBe("- - - -");
        (await company.Shown("path")).ShouldBe("/1 /1/2 /1/3 /1/2/4");
        (await company.Shown("bad")).ShouldBe("- - - -");
        (await company.Write("""[{"_action":"update","id":1,"x":5}]""")).Status.ShouldBe(200);
        (await company.Shown("y")).ShouldBe("6 - - -");
    }

    [Fact]
    public async Task Filters_and_projections_see_calculated_values_and_do_not_change_them()
    {
        await using var company = await Company.StartAsync("""
            {"key":"branch","type":"number","expression":"node.d(0).pay.sum"},
            {"key":"all","type":"number","expression":"nodes().count","evaluationMode":"postFilter"}
            """);
        var rows = await company.Export("""
            {"query":{"output":{"filter":{"branch":{"$gt":50}},"projection":{"name":1,"all":2,"branch":1},"projectionMode":"replace"}}}
            """);
        rows.GetRawText().ShouldBe("""[{"name":"Ana","branch":175,"all":4},{"name":"Bob","branch":75,"all":4}]""");
    }

    [Fact]
    public async Task A_calculated_label_shows_in_the_levels()
    {
        await using var company = await Company.StartAsync("""
            {"key":"title","type":"text","expression":"node.name + ' ' + node.id"},{"key":"boss name","type":"text","expression":"node.p._label"}
            """);
        (await company.Change("""{"labelId":"title"}""")).Status.ShouldBe(200);
        (await company.Shown("_level_1")).ShouldBe("Ana 1 Ana 1 Ana 1 Ana 1");
        (await company.Shown("boss name")).ShouldBe("- Ana 1 Ana 1 Bob 2");
    }

    [Fact]
    public async Task The_caller_is_known_to_expressions()
    {
        await using var company = await Company.StartAsync("""{"key":"me","type":"text","expression":"user.email"}""");
        (await company.Shown("me")).ShouldStartWith("admin@example.com ");
        await company.Server.AddUserAsync("bea@example.com", change: account => account with { Groups = ["staff"] });
        (await company.Server.Own("PUT", $"datasets/{company.DatasetId}/rights", """{"owner":"admin@example.com","grants":[{"group":"staff","level":"read"}]}"""))
            .Status.ShouldBe(200);
        var token = await company.Server.TokenFor("bea@example.com");
        var rows = (await company.Server.Api("GET", $"datasets/{company.DatasetId}/export/jsonObjects", token: token)).Json;
        Company.Values(rows, "me").ShouldStartWith("bea@example.com ");
    }

    [Fact]
    public async Task Today_is_the_day_of_the_export()
    {
        await using var company = await Company.StartAsync("""{"key":"day","type":"date","expression":"today()"},{"key":"x","type":"date","expression":"node.day"}""");
        var today = company.Server.Time.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (await company.Shown("x")).ShouldStartWith(today);
        company.Server.Time.Advance(TimeSpan.FromDays(0.9));
        var later = company.Server.Time.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (await company.Shown("x")).ShouldStartWith(later);
    }

    [Fact]
    public async Task After_a_change_the_values_are_those_of_the_new_state()
    {
        await using var company = await Company.StartAsync("""
            {"key":"branch","type":"number","expression":"node.d(0).pay.sum"},{"key":"depth","type":"number","expression":"node._depth * 10"}
            """);
        (await company.Shown("branch")).ShouldBe("175 75 0 25");
        (await company.Shown("depth")).ShouldBe("10 20 20 30");
        (await company.Write("""[{"_action":"update","id":4,"boss":3},{"_action":"update","id":3,"pay":5}]""")).Status.ShouldBe(200);
        (await company.Shown("branch")).ShouldBe("180 50 30 25");
        (await company.Write("""[{"_action":"delete","id":2}]""")).Status.ShouldBe(200);
        (await company.Shown("branch")).ShouldBe("130 30 25");
        (await company.Shown("depth")).ShouldBe("10 20 30");
        await company.AddPropertiesAsync("""{"key":"branch","expression":"node.d(0).count"}""");
        (await company.Shown("branch")).ShouldBe("3 2 1");
    }

    [Fact]
    public async Task An_export_runs_on_demand_properties_in_the_given_order_and_saves_nothing()
    {
        await using var company = await Company.StartAsync("""
            {"key":"t1","type":"number","expression":"node.pay + 1","evaluationMode":"onDemand"},
            {"key":"t2","type":"number","expression":"node.t1 * 10","evaluationMode":"onDemand"},
            {"key":"t3","type":"number","expression":"node.t2 + 0.5"}
            """);
        (await company.Shown("t1")).ShouldBe("- - - -");
        Company.Values(await company.Export("""{"executeOnDemand":["t1","t2"]}"""), "t3").ShouldBe("1010.5 510.5 - 260.5");
        Company.Values(await company.Export("""{"executeOnDemand":["t2","t1"]}"""), "t2").ShouldBe("- - - -");
        (await company.Stored("t1")).ShouldBe("- - - -");
        var refused = await company.Export("""{"executeOnDemand":["t3","t1","t1","none"]}""", 400);
        refused.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("code").GetString()} {e.GetProperty("jsonBody").GetString()}")
            .ShouldBe(["400918 $.executeOnDemand[0]", "400907 $.executeOnDemand[2]", "400909 $.executeOnDemand[3]"]);
    }

    [Fact]
    public async Task The_reasons_of_blank_cells_can_be_asked_for()
    {
        await using var company = await Company.StartAsync("""
            {"key":"x","type":"number","expression":"node.y + 1"},{"key":"y","type":"number","expression":"node.x + 1"},
            {"key":"fine","type":"number","expression":"node.pay * node.salry"},{"key":"bad","type":"date","expression":"node.name"}
            """);
        var answer = await company.Server.Api("GET", $"/api/espalier/v1/T1/datasets/{company.DatasetId}/calculations");
        answer.Status.ShouldBe(200, answer.Text);
        var entries = answer.Json.GetProperty("properties").EnumerateArray().ToDictionary(e => e.GetProperty("key").GetString()!);
        entries["x"].GetProperty("isCircular").GetBoolean().ShouldBeTrue();
        entries["x"].GetProperty("errorCount").GetInt32().ShouldBe(4);
        entries["x"].GetProperty("errors")[0].GetProperty("reason").GetString().ShouldStartWith("Circular reference: ");
        entries["fine"].GetProperty("isCircular").GetBoolean().ShouldBeFalse();
        entries["fine"].GetProperty("diagnostics")[0].GetProperty("code").GetString().ShouldBe("W-NOPROP");
        entries["bad"].GetProperty("errors")[1].GetRawText().ShouldBe("""{"node":"2","reason":"The result is not a date: Bob"}""");
        (await company.Server.Api("GET", "/api/espalier/v1/T1/datasets/x/calculations")).Status.ShouldBe(400);
        (await company.Server.Api("GET", $"/api/espalier/v1/T1/datasets/{company.DatasetId}/calculations", token: "")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task An_expression_without_end_costs_its_cells_and_not_the_export()
    {
        await using var company = await Company.StartAsync("""{"key":"x","type":"number","expression":"let i = 0; while (true) { i = i + 1; } i"}""");
        (await company.Shown("x")).ShouldBe("- - - -");
        JsonValueKind.Number.ShouldBe((await company.Server.Api("GET", $"datasets/{company.DatasetId}/export/jsonObjects")).Json[0].GetProperty("pay").ValueKind);
    }
}
