namespace Espalier.Server.Tests.Imports;

/// <summary>Items written at once; the test vectors of api.md 20 stand in <see cref="Api.Vectors"/>.</summary>
public sealed class SyncImportTests
{
    [Fact]
    public async Task An_empty_payload_with_an_implicit_delete_empties_the_dataset()
    {
        await using var staff = await Staff.StartAsync();
        (await staff.Write("autoId=true&implicitDelete=true", "[]")).Status.ShouldBe(200);
        (await staff.Items()).ShouldBe("");
    }

    [Theory]
    [InlineData("autoId=true&idKey=fullName", "400908 idKey")]
    [InlineData("autoId=true&mergeKey=fullName", "400908 mergeKey")]
    [InlineData("mergeKey=fullName&implicitDelete=TRUE", "400908 implicitDelete")]
    [InlineData("idKey=a,b&idKey=fullName&idKey=c", "400909 idKey", "400909 idKey")]
    [InlineData("mergeKey=FullName", "400909 mergeKey")]
    [InlineData("dateFormat=YYYY/MM/DD&onItemAccessDenied=x&autoId=1&implicitDelete=", "400903 autoId", "400904 dateFormat", "400904 onItemAccessDenied", "400903 implicitDelete")]
    [InlineData("onPropertyAccessDenied=a&onPropertyAccessDenied=b", "400020 onPropertyAccessDenied", "400904 onPropertyAccessDenied")]
    [InlineData("onActionValidationFailure=skip", "400904 onActionValidationFailure")]
    public async Task Wrong_parameters_are_told_all_at_once(string query, params string[] errors)
    {
        await using var staff = await Staff.StartAsync();
        var answer = await staff.Write(query, "[]");
        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("errors").EnumerateArray()
            .Select(e => $"{e.GetProperty("code").GetString()} {e.GetProperty("queryParameter").GetString()}").ShouldBe(errors);

        var import = await staff.Import(query, "https://example.com/x");
        import.Codes.ShouldBe(errors.Select(e => e[..6]));
    }

    [Theory]
    [InlineData("""[{"employeeID":1}]""", "400902 $[0]._action")]
    [InlineData("""[{"_action":"Update","employeeID":1}]""", "400904 $[0]._action")]
    [InlineData("""[{"_action":"update"}]""", "400910 $[0].employeeID")]
    [InlineData("""[{"_action":"update","employeeID":""}]""", "400910 $[0].employeeID")]
    [InlineData("""[{"_action":"update","employeeID":1,"Salary":1,"first name":2}]""", "400909 $[0].Salary", "400909 $[0]['first name']")]
    [InlineData("""[{"_action":"update","employeeID":1,"salary":"12k","dob":"1/2/2020","managerID":[1]}]""",
        "400914 $[0].salary", "400914 $[0].dob", "400914 $[0].managerID")]
    [InlineData("""[{"_action":"create","employeeID":1},{"_action":"delete","employeeID":8}]""", "400911 $[0]", "400912 $[1]")]
    [InlineData("""[{"_action":"update","employeeID":1,"salary":1,"salary":2}]""", "400907 $[0].salary")]
    public async Task What_is_wrong_with_actions_is_told_with_its_place_and_never_with_the_value(string actions, params string[] errors)
    {
        await using var staff = await Staff.StartAsync();
        var state = await staff.State();
        var answer = await staff.Write("autoId=true", actions);
        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("errors").EnumerateArray()
            .Select(e => $"{e.GetProperty("code").GetString()} {e.GetProperty("jsonBody").GetString()}").ShouldBe(errors, ignoreOrder: true);
        answer.Text.ShouldNotContain("12k");
        (await staff.State()).ShouldBe(state);
    }

    /// <summary>Who reads a result has to know whom an entry concerns, above all where nothing was done.</summary>
    [Theory]
    [InlineData("autoId=true", """{"_action":"createOrUpdate","employeeID":77,"salary":"x"}""", "createOrUpdate", """ "employeeID":77 """)]
    [InlineData("autoId=true", """{"_action":"update","employeeID":"88"}""", "update", """ "employeeID":88 """)]
    [InlineData("autoId=true", """{"_action":"noop","employeeID":88}""", "noop", """ "employeeID":88 """)]
    [InlineData("idKey=location&idKey=fullName", """{"_action":"update","fullName":"Zoe","location":"Rome"}""", "update", """ "location":"Rome","fullName":"Zoe" """)]
    [InlineData("mergeKey=location", """{"_action":"update","location":"Rome"}""", "update", """ "location":"Rome" """)]
    [InlineData("autoId=true", """{"_action":"delete","employeeID":"x"}""", "delete", "")]
    public async Task An_entry_without_an_item_says_which_one_was_meant(string query, string action, string done, string identity)
    {
        await using var staff = await Staff.StartAsync();
        var answer = await staff.Write($"{query}&onActionValidationFailure=skipAction", $"[{action}]");
        answer.Status.ShouldBe(200, answer.Text);
        answer.Text.ShouldStartWith($$"""[{"_status":"skipped","_action":"{{done}}"{{(identity.Length > 0 ? "," : "")}}{{identity.Trim()}}""");
        answer.Json[0].EnumerateObject().Select(member => member.Name).ShouldBeSubsetOf(["_status", "_action", "_errors", "employeeID", "location", "fullName"]);
    }

    [Fact]
    public async Task An_item_that_was_made_and_deleted_again_is_named_as_well()
    {
        await using var staff = await Staff.StartAsync();
        var answer = await staff.Write("autoId=true", """[{"_action":"create","employeeID":9,"fullName":"Zoe"},{"_action":"delete","employeeID":9}]""");
        answer.Json.EnumerateArray().Select(entry => $"{entry.GetProperty("_action")} {entry.GetProperty("employeeID")}").ShouldBe(["create 9", "delete 9"]);
    }

    [Fact]
    public async Task Numbers_sent_to_a_text_property_keep_all_their_digits()
    {
        await using var staff = await Staff.StartAsync();
        string[] sent = ["12345678901234567", "12345678901234568", "0.00001", "1.50", "-0", "1e3", "1E-7", "2.0", "123456789.123456789012"];
        string[] kept = ["12345678901234567", "12345678901234568", "0.00001", "1.5", "0", "1000", "0.0000001", "2", "123456789.123456789012"];
        (await staff.Write("idKey=location", $"[{string.Join(',', sent.Select((number, i) => $$"""{"_action":"create","location":{{number}},"employeeID":{{i + 10}}}"""))}]")).Status.ShouldBe(200);
        (await staff.Items("location")).ShouldEndWith(string.Concat(kept.Select((text, i) => $" {i + 10}:{text}")));

        var found = await staff.Server.Api("POST", $"datasets/{staff.DatasetId}/items", """{"filter":{"location":12345678901234567}}""");
        found.Json.EnumerateArray().Single().GetProperty("employeeID").GetInt32().ShouldBe(10);
    }

    [Theory]
    [InlineData("{bad", "400901 $")]
    [InlineData("{}", "400903 $")]
    [InlineData("[{},1]", "400903 $[1]")]
    public async Task A_body_is_told_to_be_wrong_before_its_dataset_is_looked_for(string body, string error)
    {
        await using var staff = await Staff.StartAsync();
        var answer = await staff.Server.Api("PUT", $"datasets/{Guid.NewGuid()}/items", body);
        answer.Status.ShouldBe(400, answer.Text);
        answer.Json.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("code")} {e.GetProperty("jsonBody")}").ShouldBe([error]);
    }

    [Theory]
    [InlineData("", 400, "400902")]
    [InlineData("{bad", 400, "400901")]
    [InlineData("{}", 400, "400903")]
    [InlineData("[1]", 400, "400903")]
    [InlineData("[{]", 400, "400901")]
    [InlineData("[] []", 400, "400901")]
    [InlineData("[{\"fullName\":\"\\ud800\"}]", 400, "400901")]
    public async Task A_body_that_is_no_array_of_actions_is_refused(string body, int status, string code)
    {
        await using var staff = await Staff.StartAsync();
        var answer = await staff.Write("", body);
        answer.Status.ShouldBe(status);
        answer.Codes.ShouldBe([code]);
        (await staff.Write("autoId=x", body)).Codes.ShouldBe(["400903", code]);
    }

    [Fact]
    public async Task Other_content_types_and_too_large_bodies_are_refused()
    {
        await using var staff = await Staff.StartAsync();
        var path = $"datasets/{staff.DatasetId}/items";
        (await staff.Server.Api("PUT", path, new StringContent("_action\n", null, "text/csv"))).Codes.ShouldBe(["415001"]);
        (await staff.Server.Api("PUT", path, "[" + new string(' ', 6 * 1024 * 1024) + "]")).Codes.ShouldBe(["41390"]);
        (await staff.Server.Api("PUT", path, "[" + new string(' ', 6 * 1024 * 1024 - 2) + "]")).Status.ShouldBe(200);
        (await staff.Server.Api("PUT", "datasets/nothing/items", "[]")).Codes.ShouldBe(["400603"]);
        (await staff.Server.Api("PUT", $"datasets/{Guid.NewGuid()}/items", "[]")).Codes.ShouldBe(["404901"]);
    }

    [Fact]
    public async Task Many_actions_in_one_body_are_performed_in_order()
    {
        await using var staff = await Staff.StartAsync();
        var actions = Enumerable.Range(10, 20_000).Select(i => $$"""{"_action":"createOrUpdate","employeeID":{{i}},"fullName":"Person {{i}}","salary":{{i}}.5}""");
        var answer = await staff.Write("autoId=true", $"[{string.Join(',', actions)}]");
        answer.Status.ShouldBe(200);
        answer.Json.EnumerateArray().Select(e => e.GetProperty("employeeID").GetInt32()).ShouldBe(Enumerable.Range(10, 20_000));
        var ids = answer.Json.EnumerateArray().Select(e => e.GetProperty("_id").GetString()).ToList();
        ids.Distinct().Count().ShouldBe(20_000);
        (await staff.Write("", $$"""[{"_action":"update","_id":"{{ids[17]!.ToLowerInvariant()}}","salary":1}]""")).Json[0].GetProperty("_id").GetString().ShouldBe(ids[17]);
    }
}
