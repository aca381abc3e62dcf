using System.Text.Json;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Expressions;

public sealed class EvaluateTests : IAsyncLifetime
{
    const string People = """
        [{"id":1,"parent_id":"","name":"Ana","pay":100},{"id":2,"parent_id":1,"name":"Bob","pay":50},{"id":3,"parent_id":1,"name":"Caz","born":"2000-06-30"}]
        """;

    ExpressionWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await ExpressionWorld.StartAsync("Expressions:TimeoutSeconds=1", "Expressions:MaxResultMegabytes=1");
        await _world.AddAsync("people", JsonDocument.Parse(People).RootElement, "name", dates: ["born"]);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("node.d.pay.sum", "columns", "[50,0,0]")]
    [InlineData("node.pay", "columns", """[{"collection":[100]},{"collection":[50]},{"collection":[null]}]""")]
    [InlineData("node.c", "nodes", """[{"collection":[2,3]},{"collection":[]},{"collection":[]}]""")]
    [InlineData("node.name.value", "columns", """["Ana","Bob","Caz"]""")]
    [InlineData("[1, \"a\", true, null, date(2024,2,29).value]", "nodes", """[[1,"a",true,null,"2024-02-29"],[1,"a",true,null,"2024-02-29"],[1,"a",true,null,"2024-02-29"]]""")]
    [InlineData("({name: node.name, of: node.p})", "nodes", """[{"name":{"collection":["Ana"]},"of":{"collection":[]}},{"name":{"collection":["Bob"]},"of":{"collection":[1]}},{"name":{"collection":["Caz"]},"of":{"collection":[1]}}]""")]
    public async Task Without_nodes_every_node_has_a_result(string expression, string plan, string results)
    {
        var answer = await _world.EvaluateAsync("people", new { expression });

        answer.GetProperty("diagnostics").GetArrayLength().ShouldBe(0, answer.ToString());
        answer.GetProperty("plan").GetString().ShouldBe(plan);
        var given = answer.GetProperty("results").EnumerateArray().ToList();
        given.Select(r => r.GetProperty("node").GetInt32()).ShouldBe([1, 2, 3]);
        JsonSerializer.Serialize(given.Select(r => r.GetProperty("result"))).ShouldBe(results);
    }

    [Theory]
    [InlineData("\"\\ud800\"", "\"\ufffd\"")]
    [InlineData("node[\"\\ud800\"].value", "null")]
    [InlineData("({\"\\ud800\": \"\\ud800\"})", "{\"\ufffd\":\"\ufffd\"}")]
    [InlineData("nodes().filter(\"\\ud800\").count", "0")]
    [InlineData("node.rollUp(\"sum\", \"\\ud800\").value", "0")]
    [InlineData("\"😀\".slice(0, 1) + \"\\ude00\"", "\"😀\"")]
    public async Task Half_a_character_is_answered(string expression, string result)
    {
        var answer = await _world.EvaluateAsync("people", new { expression, nodes = new[] { 1 } });

        var given = answer.GetProperty("results")[0].GetProperty("result");
        JsonElement.DeepEquals(given, JsonDocument.Parse(result).RootElement).ShouldBeTrue(answer.GetRawText());
    }

    [Fact]
    public async Task Nodes_are_answered_in_the_order_of_the_request_and_one_that_is_not_there_is_an_error_of_its_own()
    {
        var answer = await _world.EvaluateAsync("people", new { expression = "node.name.value", nodes = new object[] { 3, "1", 9, 3 } });

        answer.GetProperty("results").GetRawText().ShouldBe("""
            [{"node":3,"result":"Caz"},{"node":"1","result":"Ana"},{"node":9,"result":null,"error":"There is no node with this id"},{"node":3,"result":"Caz"}]
            """.Trim());
        (await _world.EvaluateAsync("people", new { expression = "1", nodes = Array.Empty<int>() })).GetProperty("results").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Many_nodes_are_computed_at_once_and_give_the_same()
    {
        var few = await _world.EvaluateAsync("people", new { expression = "node.d.pay.sum", nodes = new[] { 1, 7, 2 } });
        var many = await _world.EvaluateAsync("people", new { expression = "node.d.pay.sum", nodes = Enumerable.Repeat(new[] { 1, 7, 2 }, 40).SelectMany(n => n) });

        many.GetProperty("results").GetArrayLength().ShouldBe(120);
        JsonSerializer.Serialize(many.GetProperty("results").EnumerateArray().Take(3)).ShouldBe(few.GetProperty("results").GetRawText());
    }

    [Theory]
    [InlineData("node.pay +", "E-")]
    [InlineData("1 +* 2; (", "E-")]
    [InlineData("node.salry.sum", "W-NOPROP")]
    [InlineData("nodes().pay + 1", "W-MULTI")]
    [InlineData("node.name == node.p.name", "W-EQ")]
    [InlineData("node.pay-band", "W-UNDEF")]
    [InlineData("node.pay.foo", "W-NOMEMBER")]
    public async Task What_there_is_to_tell_about_an_expression_is_told(string expression, string code)
    {
        var answer = await _world.EvaluateAsync("people", new { expression });

        var diagnostic = answer.GetProperty("diagnostics").EnumerateArray().First(d => d.GetProperty("code").GetString()!.StartsWith(code, StringComparison.Ordinal));
        diagnostic.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        diagnostic.GetProperty("line").GetInt32().ShouldBe(1);
        diagnostic.GetProperty("span").GetProperty("start").GetInt32().ShouldBeInRange(0, expression.Length);
        var isError = code == "E-";
        diagnostic.GetProperty("severity").GetString().ShouldBe(isError ? "error" : "warning");
        answer.GetProperty("results").GetArrayLength().ShouldBe(isError ? 0 : 3);
        answer.TryGetProperty("error", out var error).ShouldBe(isError);
        if (isError)
            error.GetString()!.ShouldStartWith("Parse Error: ");
    }

    [Fact]
    public async Task A_misspelt_name_comes_with_the_one_that_was_meant() =>
        (await _world.EvaluateAsync("people", new { expression = "node.nmae" })).GetProperty("diagnostics")[0].GetProperty("suggestion").GetString().ShouldBe("name");

    [Fact]
    public async Task Today_is_the_day_of_the_request()
    {
        (await _world.ResultAsync("people", "node.born.age().value", "3", "2024-06-30")).GetProperty("result").GetDouble().ShouldBe(24);
        var day = _world.Server.Time.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (await _world.ResultAsync("people", "today().value", "3")).GetProperty("result").GetString().ShouldBe(day);
    }

    [Fact]
    public async Task The_person_who_asks_is_known_and_scripts_may_do_more_than_expressions()
    {
        (await _world.ResultAsync("people", "user.email", "1")).GetProperty("result").GetString().ShouldBe(TestServer.Admin);
        const string Store = "global.a = 2; global.a";
        (await _world.ResultAsync("people", Store, "1", mode: "script")).GetProperty("result").GetDouble().ShouldBe(2);
        (await _world.ResultAsync("people", Store, "1")).GetProperty("error").GetString().ShouldBe("`global` can only be read here");
        (await _world.ResultAsync("people", "node.setvalue({pay: 7}); node.pay", "1", mode: "script")).GetProperty("result").GetProperty("collection")[0].GetDouble().ShouldBe(7);
        (await _world.ResultAsync("people", "node.pay", "1")).GetProperty("result").GetProperty("collection")[0].GetDouble().ShouldBe(100, "an evaluation stores nothing");
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_request_is_told_at_once()
    {
        var answer = await _world.AskAsync("people", """{"nodes":[1,null,{}],"mode":"macro","today":"30.06.2024","linkingRelationships":[{}],"extra":1}""");

        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("jsonBody").GetString()).ShouldBe(
            ["$.extra", "$.expression", "$.nodes[1]", "$.nodes[2]", "$.mode", "$.linkingRelationships[0].datasetId", "$.today"], ignoreOrder: true);
        (await _world.AskAsync("people", """{"expression":1}""")).Codes.ShouldBe(["400903"]);
        (await _world.AskAsync("people", "[]")).Codes.ShouldBe(["400903"]);
        (await _world.AskAsync("people", "{")).Codes.ShouldBe(["400901"]);
        (await _world.AskAsync("people", "")).Status.ShouldBe(400);
        (await _world.AskAsync("no-uuid", new { expression = "1" })).Codes.ShouldBe(["400603"]);
        (await _world.AskAsync(Guid.NewGuid().ToString(), new { expression = "1" })).Status.ShouldBe(404);
        (await _world.AskAsync(Guid.NewGuid().ToString(), new { expression = "1" }, "complete")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Nobody_evaluates_without_a_token() =>
        (await _world.Server.Api("POST", $"/api/espalier/v1/{TestServer.Tenant}/datasets/{_world["people"]}/expressions/evaluate", new { expression = "1" }, token: "")).Status.ShouldBe(401);

    [Theory]
    [InlineData("node.na", "name", "property", "text")]
    [InlineData("node.pay.su", "sum", "function", "number")]
    [InlineData("node.chi", "children", "relation", "node")]
    [InlineData("tod", "today", "function", "date")]
    [InlineData("node._dep", "_depth", "generated", "number")]
    public async Task An_editor_is_offered_names(string expression, string name, string kind, string type)
    {
        var answer = await _world.AskAsync("people", new { expression, position = expression.Length }, "complete");

        answer.Status.ShouldBe(200, answer.Text);
        var entry = answer.Json.GetProperty("completions").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);
        entry.GetProperty("kind").GetString().ShouldBe(kind);
        entry.GetProperty("type").GetString().ShouldBe(type);
        entry.GetProperty("help").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_position_is_taken_as_near_as_there_is()
    {
        foreach (var position in new[] { -1, 0, 99, int.MaxValue })
            (await _world.AskAsync("people", new { expression = "node.", position }, "complete")).Status.ShouldBe(200);
        (await _world.AskAsync("people", """{"expression":"node.","position":"1"}""", "complete")).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("while (true) {}", "The expression takes too m")]
    [InlineData("function f() { f() } f()", "Functions call each other too deeply")]
    [InlineData("\"x\".repeat(2000000)", "A text is too long")]
    [InlineData("var a = [\"x\"]; for (var i = 0; i < 40; i += 1) { a = [a, a] } a", "The result is too large")]
    [InlineData("var o = {}; o.a = o; o.b = o; o", "The result is too large")]
    [InlineData("(\"a\".repeat(40) + \"!\").test(/^(a+)+$/)", "A regular expression takes too much time")]
    [InlineData("node.nothing()", "There is no function `nothing` here")]
    public async Task Trouble_is_an_error_of_the_node(string expression, string error)
    {
        var answer = await _world.EvaluateAsync("people", new { expression });

        var results = answer.GetProperty("results").EnumerateArray().ToList();
        results.Count.ShouldBe(3);
        results[0].GetProperty("error").GetString().ShouldNotBeNull().ShouldStartWith(error);
        results[0].GetProperty("result").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Whatever_is_sent_is_answered_and_never_with_a_failure_of_the_server()
    {
        string[] pieces = ["node", ".", "pay", "(", ")", "[", "]", "{", "}", "=>", "n", "1", "\"", "'", "`", "${", "/", "\\", "+", "==", "?", ":", ",", ";", "if", "for", "while", "\u0000", "\ud83d\ude00", "filter", "d", "sum"];
        var random = new Random(7);
        for (var i = 0; i < 400; i++)
        {
            var expression = string.Join(random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(1, 25)).Select(_ => pieces[random.Next(pieces.Length)]));
            var answer = await _world.AskAsync("people", new { expression, mode = i % 2 == 0 ? "script" : "expression" });
            answer.Status.ShouldBe(200, expression);
            answer.Json.GetProperty("results").ValueKind.ShouldBe(JsonValueKind.Array, expression);
            (await _world.AskAsync("people", new { expression, position = random.Next(-2, 30) }, "complete")).Status.ShouldBe(200, expression);
        }
    }
}
