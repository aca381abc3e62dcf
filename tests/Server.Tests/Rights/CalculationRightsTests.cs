namespace Espalier.Server.Tests.Rights;

/// <summary>Expressions tell nobody what is hidden from them.</summary>
public sealed class CalculationRightsTests : IAsyncLifetime
{
    Firm _firm = null!;

    string Dataset => $"datasets/{_firm.DatasetId}";

    public async ValueTask InitializeAsync()
    {
        _firm = await Firm.StartAsync();
        (await _firm.Api(null, "PATCH", Dataset, """
            {"properties":[{"key":"total","type":"number","expression":"nodes().salary.sum"},{"key":"heads","type":"number","expression":"nodes().count"},
             {"key":"start","type":"number","expression":"nodes().salary.max","expressionMode":"newNodes"},
             {"key":"kept","type":"number","expression":"node.salary","evaluationMode":"onDemand"}]}
            """)).Status.ShouldBe(200);
        await _firm.GrantAsync("""
            {"grants":[{"group":"clerk","level":"update"},{"group":"local","level":"update"},{"group":"boss","level":"update"}],
             "properties":[{"key":"salary","default":"inherit","groups":{"clerk":"hidden"}}],
             "rows":[{"groups":["local"],"filter":{"place":"London"},"level":"update"}]}
            """);
    }

    public ValueTask DisposeAsync() => _firm.DisposeAsync();

    [Fact]
    public async Task Calculations_cover_what_the_caller_sees()
    {
        // The other's columns are in memory by then.
        (await Shown(null, "total")).ShouldBe("45015 45015 45015 45015 45015");
        (await Shown("clerk", "total")).ShouldBe("0 0 0 0 0");
        (await Shown("clerk", "heads")).ShouldBe("5 5 5 5 5");
        (await Shown("local", "total")).ShouldBe("18004 18004");
        (await Shown("local", "heads")).ShouldBe("2 2");
        (await Shown(null, "total")).ShouldBe("45015 45015 45015 45015 45015");
    }

    [Fact]
    public async Task New_nodes_do_not_tell_those_who_make_them_what_is_hidden()
    {
        (await MadeAsync("clerk", """[{"_action":"create","id":6,"name":"Fay"}]""")).ShouldEndWith(" 6:-");
        (await MadeAsync("boss", """[{"_action":"create","id":7,"name":"Gil"}]""")).ShouldEndWith(" 7:9005");

        async Task<string> MadeAsync(string who, string actions)
        {
            var made = await _firm.Own(who, "POST", "drafts", $$"""{"datasetId":"{{_firm.DatasetId}}","name":"{{who}}"}""");
            made.Status.ShouldBe(201, made.Text);
            var draft = $"drafts/{made.Json.GetProperty("draftId").GetString()}/items";
            (await _firm.Own(who, "PUT", $"{draft}?autoId=true", actions)).Status.ShouldBe(200);
            return Firm.Print((await _firm.Own(null, "GET", draft)).Json, "start");
        }
    }

    [Theory]
    [InlineData("clerk", 403)]
    [InlineData("local", 403)]
    [InlineData("boss", 202)]
    public async Task Only_who_sees_all_of_a_dataset_saves_calculations(string who, int status) =>
        (await _firm.Api(who, "POST", $"{Dataset}/executeOnDemand", """{"executeOnDemand":["kept"]}""")).Status.ShouldBe(status);

    async Task<string> Shown(string? who, string key)
    {
        var answer = await _firm.Api(who, "GET", $"{Dataset}/export/jsonObjects");
        answer.Status.ShouldBe(200, answer.Text);
        return Reading.Company.Values(answer.Json, key);
    }
}
