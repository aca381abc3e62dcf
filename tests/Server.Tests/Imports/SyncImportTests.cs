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

    [Theory]
    [InlineData("", 400, "400902")]
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
