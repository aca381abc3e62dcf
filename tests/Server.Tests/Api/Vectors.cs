using System.Text;
using System.Text.Json;
using Espalier.Server.Tests.Imports;

namespace Espalier.Server.Tests.Api;

/// <summary>
/// The test vectors of api.md 20, one test each, in their order, on the data they name.
/// </summary>
public sealed class Vectors : IAsyncLifetime
{
    const string RaiseBob = """[{"_action":"update","employeeID":"2","salary":"65000"}]""";

    Staff _staff = null!;

    string Dataset => $"datasets/{_staff.DatasetId}";

    public async ValueTask InitializeAsync() => _staff = await Staff.StartAsync();

    public ValueTask DisposeAsync() => _staff.DisposeAsync();

    [Fact]
    public async Task V01_A_text_becomes_a_number_and_the_identifier_is_echoed_as_stored()
    {
        var answer = await _staff.Write("autoId=true", RaiseBob);
        answer.Status.ShouldBe(200, answer.Text);
        Statuses(answer.Json).ShouldBe(["success"]);
        answer.Json[0].GetProperty("employeeID").GetRawText().ShouldBe("2");
        answer.Json[0].GetProperty("_action").GetString().ShouldBe("update");
        (await _staff.Items("salary")).ShouldBe("1:100 2:65000 3:-");
    }

    [Fact]
    public async Task V02_The_same_request_again_is_skipped_and_leaves_no_trace()
    {
        await _staff.Write("autoId=true", RaiseBob);
        var state = await _staff.State();
        var again = await _staff.Write("autoId=true", RaiseBob);
        Statuses(again.Json).ShouldBe(["skipped"]);
        again.Json[0].TryGetProperty("_errors", out _).ShouldBeFalse();
        (await _staff.State()).ShouldBe(state);
    }

    [Fact]
    public async Task V03_A_failing_action_fails_all_or_is_skipped()
    {
        const string Updates = """[{"_action":"update","employeeID":9,"salary":1},{"_action":"update","employeeID":1,"salary":1}]""";
        var state = await _staff.State();
        var failed = await _staff.Write("autoId=true", Updates);
        failed.Status.ShouldBe(400);
        failed.Codes.ShouldBe(["400912"]);
        failed.Json.GetProperty("errors")[0].GetProperty("jsonBody").GetString().ShouldBe("$[0]");
        (await _staff.State()).ShouldBe(state);

        var skipped = await _staff.Write("autoId=true&onActionValidationFailure=skipAction", Updates);
        skipped.Status.ShouldBe(200);
        Statuses(skipped.Json).ShouldBe(["skipped", "success"]);
        skipped.Json[0].GetProperty("_errors")[0].GetProperty("code").GetString().ShouldBe("400912");
        (await _staff.Items("salary")).ShouldBe("1:1 2:50 3:-");
    }

    [Fact]
    public async Task V04_A_merge_key_changes_every_item_that_has_it()
    {
        var answer = await _staff.Write("mergeKey=location", """[{"_action":"update","location":"London","salary":7}]""");
        Statuses(answer.Json).ShouldBe(["success", "success"]);
        (await _staff.Items("salary")).ShouldBe("1:7 2:50 3:7");
    }

    [Fact]
    public async Task V05_An_implicit_delete_removes_what_was_not_addressed()
    {
        var answer = await _staff.Write("autoId=true&implicitDelete=true",
            """[{"_action":"createOrUpdate","employeeID":1},{"_action":"noop","employeeID":2}]""");
        Statuses(answer.Json).ShouldBe(["skipped", "skipped", "implicitDelete"]);
        answer.Json.EnumerateArray().Select(e => e.GetProperty("employeeID").GetInt32()).ShouldBe([1, 2, 3]);
        answer.Json[0].GetProperty("_action").GetString().ShouldBe("createOrUpdate");
        answer.Json[2].GetProperty("_action").GetString().ShouldBe("delete");
        (await _staff.Items()).ShouldBe("1: 2:");
    }

    [Fact]
    public async Task V06_Several_properties_together_identify_an_item()
    {
        var answer = await _staff.Write("idKey=fullName&idKey=location", """[{"_action":"delete","fullName":"Bob","location":"Leeds"}]""");
        Statuses(answer.Json).ShouldBe(["success"]);
        answer.Json[0].GetProperty("fullName").GetString().ShouldBe("Bob");
        answer.Json[0].GetProperty("location").GetString().ShouldBe("Leeds");
        (await _staff.Items()).ShouldBe("1: 3:");
    }

    [Fact]
    public async Task V07_Ways_to_identify_exclude_each_other()
    {
        var answer = await _staff.Write("autoId=true&idKey=fullName", RaiseBob);
        answer.Status.ShouldBe(400);
        answer.Codes.ShouldBe(["400908"]);
    }

    [Fact]
    public async Task V08_Tokens_clear_values_or_leave_them()
    {
        await _staff.Write("autoId=true&clearToken=REMOVE_ME&noopToken=IGNORE_ME",
            """[{"_action":"update","employeeID":1,"location":"REMOVE_ME","fullName":"IGNORE_ME","salary":null}]""");
        (await _staff.Items("fullName", "location", "salary")).ShouldStartWith("1:Ana|-|- 2:");
    }

    [Fact]
    public async Task V09_Dates_are_read_in_the_given_form()
    {
        await _staff.Write("autoId=true&dateFormat=DD/MM/YYYY", """[{"_action":"update","employeeID":1,"dob":"15/05/1981"}]""");
        (await _staff.Items("dob")).ShouldBe("1:1981-05-15 2:- 3:-");
    }

    [Fact]
    public async Task V10_A_filter_and_a_projection_leave_what_was_asked_for()
    {
        var answer = await _staff.Server.Api("POST", $"{Dataset}/items",
            """{"filter":{"salary":{"$gte":50},"location":{"$nin":["Leeds"]}},"projection":{"fullName":1,"_id":1}}""");
        var ana = answer.Json.EnumerateArray().ShouldHaveSingleItem();
        ana.GetProperty("fullName").GetString().ShouldBe("Ana");
        ana.EnumerateObject().Select(member => member.Name).ShouldBe(["fullName", "_id"], ignoreOrder: true);
    }

    [Fact]
    public async Task V11_A_missing_value_is_not_equal_to_one()
    {
        var answer = await _staff.Server.Api("POST", $"{Dataset}/items", """{"filter":{"salary":{"$ne":100}}}""");
        answer.Json.EnumerateArray().Select(item => item.GetProperty("fullName").GetString()).ShouldBe(["Bob", "Caz"]);
    }

    [Fact]
    public async Task V12_A_CSV_has_a_byte_order_mark_and_CRLF_unless_asked_otherwise()
    {
        var windows = (await _staff.Server.Api("GET", $"{Dataset}/export/csv")).Bytes;
        windows[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var text = Encoding.UTF8.GetString(windows);
        text.Split("\r\n").Length.ShouldBe(5);
        text.Count(c => c == '\n').ShouldBe(4);

        var unix = (await _staff.Server.Api("GET", $"{Dataset}/export/csv?includeBOM=false&lineEndings=unix")).Bytes;
        Encoding.UTF8.GetString(unix).ShouldBe(text[1..].Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task V13_Nodes_know_their_place_in_the_tree()
    {
        var export = (await _staff.Server.Api("GET", $"{Dataset}/export/jsonRows")).Json;
        var headers = export.GetProperty("headers").EnumerateArray().Select(header => header.GetProperty("key").GetString()!).ToList();
        var rows = export.GetProperty("rows").EnumerateArray().ToList();
        rows.ShouldAllBe(row => row.GetArrayLength() == headers.Count);
        Cells("_depth").ShouldBe(["1", "2", "2"]);
        Cells("_outgoing_count").ShouldBe(["2", "0", "0"]);
        Cells("_change").ShouldBe(["none", "none", "none"]);

        IEnumerable<string> Cells(string key) => rows.Select(row => row[headers.IndexOf(key)].ToString());
    }

    [Fact]
    public async Task V14_An_async_import_goes_round()
    {
        var (get, _) = await _staff.Upload("json", """[{"_action":"createOrUpdate","employeeID":2,"salary":51},{"_action":"createOrUpdate","employeeID":1}]""");
        var started = await _staff.Import("autoId=true", get);
        started.Status.ShouldBe(202);
        started.Json.GetProperty("jobStatus").GetString().ShouldBe("created");
        started.Json.GetProperty("_links").TryGetProperty("result", out _).ShouldBeFalse();

        var ticket = await _staff.Ended(started);
        ticket.GetProperty("jobStatus").GetString().ShouldBe("completed");
        var result = await _staff.Result(ticket);
        Statuses(result.Json).ShouldBe(["success", "skipped"]);
        (await _staff.Server.Api("GET", get, token: "")).Text.ShouldBe(result.Text);
    }

    [Fact]
    public async Task V15_All_that_is_wrong_is_told_and_the_first_gives_the_status()
    {
        var path = await _staff.Server.Api("GET", "datasets/not-a-uuid");
        path.Status.ShouldBe(400);
        path.Codes.ShouldBe(["400603"]);
        path.Json.GetProperty("errors")[0].GetProperty("pathParameter").GetString().ShouldBe("{datasetId}");

        var both = await _staff.Server.Api("POST", "datasets/not-a-uuid/export/csv", new StringContent("{}", null, "text/plain"));
        both.Status.ShouldBe(400);
        both.Codes.ShouldBe(["400603", "415001"]);
    }

    [Fact]
    public async Task V16_A_parameter_that_must_stand_once_is_refused_twice()
    {
        var answer = await _staff.Server.Api("GET", $"{Dataset}/export/csv?includeBOM=true&includeBOM=false");
        answer.Status.ShouldBe(400);
        answer.Codes.ShouldBe(["400020"]);
        answer.Json.GetProperty("errors")[0].GetProperty("queryParameter").GetString().ShouldBe("includeBOM");
    }

    [Fact]
    public async Task V17_An_update_of_an_unknown_link_creates_it_and_a_second_create_fails()
    {
        var people = await Made("datasets", """{"name":"L","type":"PEOPLE","autoId":"id","labelId":"id","properties":[{"key":"id","type":"text"}]}""");
        var positions = await Made("datasets", """{"name":"R","type":"POSITIONS","autoId":"id","labelId":"id","properties":[{"key":"id","type":"text"}]}""");
        var links = await Made("links", $$"""{"name":"LR","fromDatasetId":"{{people}}","toDatasetId":"{{positions}}"}""");
        var updated = await _staff.Server.Api("PUT", $"links/{links}/items", """[{"_action":"update","from_id":"p_1","to_id":"pos_1"}]""");
        Statuses(updated.Json).ShouldBe(["success"]);
        updated.Json[0].GetProperty("link_id").GetString().ShouldBe("[\"p_1\",\"pos_1\"]");
        var created = await _staff.Server.Api("PUT", $"links/{links}/items", """[{"_action":"create","from_id":"p_1","to_id":"pos_1"}]""");
        created.Status.ShouldBe(400);
        created.Codes.ShouldBe(["400911"]);

        async Task<string> Made(string path, string body) =>
            (await _staff.Server.Api("POST", path, body)).Json.GetProperty("datasetId").GetString()!;
    }

    [Fact]
    public async Task V18_Every_answer_has_a_trace_id()
    {
        foreach (var (path, token, status) in new[] { ("datasets", null, 200), ("datasets", "", 401), ("nothing", null, 404), (Dataset + "/export/pdf", null, 400) })
        {
            var answer = await _staff.Server.Api("GET", path, token: token);
            answer.Status.ShouldBe(status);
            answer.Headers.GetValues("X-Amzn-Trace-Id").ShouldHaveSingleItem().ShouldMatch("^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$");
        }
    }

    static IEnumerable<string?> Statuses(JsonElement result) => result.EnumerateArray().Select(e => e.GetProperty("_status").GetString());
}
