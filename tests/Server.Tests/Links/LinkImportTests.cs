using System.Text;

namespace Espalier.Server.Tests.Links;

/// <summary>Writing links, at once and as a job.</summary>
public sealed class LinkImportTests : IAsyncLifetime
{
    Firm _firm = null!;

    public async ValueTask InitializeAsync() => _firm = await Firm.StartAsync("""{"key":"since","type":"date"},{"key":"note","type":"text"}""");

    public ValueTask DisposeAsync() => _firm.DisposeAsync();

    [Fact]
    public async Task Ids_take_the_form_that_their_dataset_gives_them()
    {
        (await _firm.Wrote("""[{"_action":"create","from_id":"1","to_id":"p1","link_id":"mine","_id":"x"},{"_action":"create","from_id":2.0,"to_id":7}]"""))
            .ShouldBe(["success create [1,\"p1\"]", "success create [2,\"7\"]"]);
        (await _firm.Wrote("""[{"_action":"update","from_id":1,"to_id":"p1","allocation":1}]""")).ShouldBe(["skipped update [1,\"p1\"]"]);
        (await _firm.Wrote("""[{"_action":"create","from_id":3,"to_id":"a \"b\"\\\n\u0001é"}]"""))[0].ShouldBe("success create " + """[3,"a \"b\"\\\n\u0001é"]""");
        (await _firm.Stored()).Take(2).ShouldBe(["[1,\"p1\"]=1", "[2,\"7\"]=1"]);
    }

    [Fact]
    public async Task An_update_makes_a_link_that_is_not_there_and_others_do_not()
    {
        (await _firm.Wrote("""[{"_action":"update","from_id":1,"to_id":"p1","allocation":0.5},{"_action":"update","from_id":1,"to_id":"p1","note":"n"}]"""))
            .ShouldBe(["success update [1,\"p1\"]", "success update [1,\"p1\"]"]);
        var answer = await _firm.Write("""[{"_action":"replace","from_id":1,"to_id":"p2"},{"_action":"delete","from_id":2,"to_id":"p2"},{"_action":"create","from_id":1,"to_id":"p1"}]""");
        answer.Status.ShouldBe(400);
        answer.Codes.ShouldBe(["400912", "400912", "400911"]);
        answer.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("jsonBody").GetString()).ShouldBe(["$[0]", "$[1]", "$[2]"]);
        (await _firm.Stored()).ShouldBe(["[1,\"p1\"]=0.5"]);
    }

    [Fact]
    public async Task A_new_link_without_an_allocation_is_whole()
    {
        await _firm.Wrote("""
            [{"_action":"create","from_id":1,"to_id":"p1"},{"_action":"createOrReplace","from_id":1,"to_id":"p2","allocation":null},
             {"_action":"createOrUpdate","from_id":1,"to_id":"p3","allocation":"0"},{"_action":"update","from_id":2,"to_id":"p1","allocation":""}]
            """);
        (await _firm.Stored()).ShouldBe(["[1,\"p1\"]=1", "[1,\"p2\"]=1", "[1,\"p3\"]=0", "[2,\"p1\"]=1"]);
    }

    [Fact]
    public async Task What_is_wrong_with_actions_is_told_with_its_place()
    {
        var answer = await _firm.Write("""
            [{"_action":"create","to_id":"p1"},{"_action":"create","from_id":null,"to_id":"p1"},{"_action":"update","from_id":"one","to_id":"p1"},
             {"_action":"update","from_id":true,"to_id":"p1"},{"_action":"update","from_id":1,"to_id":[]},{"_action":"update","from_id":1,"to_id":"p1","what":1},
             {"_action":"make","from_id":1,"to_id":"p1"},{"_action":"update","from_id":1,"to_id":"p1","allocation":"much","since":"1.1.2020"}]
            """);
        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("code").GetString()} {e.GetProperty("jsonBody").GetString()}").ShouldBe(
        [
            "400910 $[0].from_id", "400910 $[1].from_id", "400914 $[2].from_id", "400914 $[3].from_id", "400914 $[4].to_id", "400909 $[5].what",
            "400904 $[6]._action", "400914 $[7].allocation", "400914 $[7].since",
        ]);
        (await _firm.Stored()).ShouldBeEmpty();

        (await _firm.Wrote("""[{"_action":"update","from_id":"one","to_id":"p1"},{"_action":"update","from_id":1,"to_id":"p1"}]""", "onActionValidationFailure=skipAction"))
            .ShouldBe(["skipped update -", "success update [1,\"p1\"]"]);
    }

    [Fact]
    public async Task Parameters_mean_what_they_mean_for_items()
    {
        await _firm.Wrote("""[{"_action":"create","from_id":1,"to_id":"p1"},{"_action":"create","from_id":2,"to_id":"p2","note":"keep"},{"_action":"create","from_id":3,"to_id":"p3"}]""");
        (await _firm.Wrote("""
            [{"_action":"noop","from_id":1,"to_id":"p1"},{"_action":"update","from_id":2,"to_id":"p2","note":"NO","since":"31/12/2020","allocation":"GONE"}]
            """, "implicitDelete=true&dateFormat=DD/MM/YYYY&noopToken=NO&clearToken=GONE&autoId=true&idKey=note"))
            .ShouldBe(["skipped noop [1,\"p1\"]", "success update [2,\"p2\"]", "implicitDelete delete [3,\"p3\"]"]);
        var items = (await _firm.Server.Api("GET", $"datasets/{_firm.Links}/items")).Json;
        items[1].GetProperty("note").GetString().ShouldBe("keep");
        items[1].GetProperty("since").GetString().ShouldBe("2020-12-31");
        items[1].TryGetProperty("allocation", out _).ShouldBeFalse();
        (await _firm.Write("[]", "implicitDelete=x&dateFormat=YY")).Codes.ShouldBe(["400904", "400903"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_body_that_is_no_array_of_actions_is_refused()
    {
        (await _firm.Write("{}")).Codes.ShouldBe(["400903"]);
        (await _firm.Write("[1]")).Codes.ShouldBe(["400903"]);
        (await _firm.Write("[")).Codes.ShouldBe(["400901"]);
        (await _firm.Write("[" + new string(' ', 7 * 1024 * 1024) + "]")).Status.ShouldBe(413);
    }

    [Theory]
    [InlineData("csv", "_action,from_id,to_id,allocation,since\ncreate,1,p1,0.5,2020-01-01\nupdate,2,p2,,\n")]
    [InlineData("json", """[{"_action":"create","from_id":1,"to_id":"p1","allocation":0.5,"since":"2020-01-01"},{"_action":"update","from_id":"2","to_id":"p2"}]""")]
    public async Task A_file_is_imported_as_a_job(string type, string payload)
    {
        var get = await _firm.Upload(type, payload);
        var started = await _firm.Server.Api("PUT", $"links/{_firm.Links}/items/import", $$"""{"importLocation":{"method":"GET","url":"{{get}}"} }""");
        Firm.Entries((await _firm.Result(started)).Json).ShouldBe(["success create [1,\"p1\"]", "success create [2,\"p2\"]"]);
        (await _firm.Stored()).ShouldBe(["[1,\"p1\"]=0.5", "[2,\"p2\"]=1"]);
    }

    [Fact]
    public async Task A_job_that_fails_changes_nothing_and_tells_why()
    {
        var get = await _firm.Upload("csv", "_action,from_id,to_id\ncreate,1,p1\ncreate,,p1\ndelete,8,p1\n");
        var ticket = await _firm.Ended(await _firm.Server.Api("PUT", $"links/{_firm.Links}/items/import", $$"""{"importLocation":{"method":"GET","url":"{{get}}"} }"""));
        ticket.GetProperty("jobStatus").GetString().ShouldBe("failed");
        ticket.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("code").GetString()} {e.GetProperty("jsonBody").GetString()}")
            .ShouldBe(["400910 $[1].from_id", "400912 $[2]"]);
        (await _firm.Stored()).ShouldBeEmpty();
        (await _firm.Server.Api("PUT", $"links/{_firm.Links}/items/import", """{"callback":{"method":"GET","urlTemplate":"https://example.com/{{linksDatasetId}}/{{draftId}}"}}"""))
            .Codes.ShouldBe(["400902", "400916"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_batch_of_25000_actions_is_imported()
    {
        var csv = new StringBuilder("_action,from_id,to_id,allocation,note\n");
        for (var i = 0; i < 25_000; i++)
            csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"createOrUpdate,{i % 5000},p{i},0.{i % 10},note {i}\n");
        var get = await _firm.Upload("csv", csv.ToString());
        var result = (await _firm.Result(await _firm.Server.Api("PUT", $"links/{_firm.Links}/items/import", $$"""{"importLocation":{"method":"GET","url":"{{get}}"} }"""))).Json;
        result.GetArrayLength().ShouldBe(25_000);
        result.EnumerateArray().ShouldAllBe(entry => entry.GetProperty("_status").GetString() == "success");
        (await _firm.Stored()).Length.ShouldBe(25_000);
    }
}
