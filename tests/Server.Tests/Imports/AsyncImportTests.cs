using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Espalier.Server.Tests.Imports;

/// <summary>Imports as jobs, from upload to result.</summary>
public sealed class AsyncImportTests
{
    const string Header = "_action,employeeID,fullName,salary,dob\n";

    [Fact]
    public async Task A_JSON_import_goes_round_and_its_result_replaces_the_payload()
    {
        await using var staff = await Staff.StartAsync();
        var (get, _) = await staff.Upload("json",
            """[{"_action":"createOrUpdate","employeeID":4,"fullName":"Dan"},{"_action":"createOrUpdate","employeeID":2,"salary":51},{"_action":"createOrUpdate","employeeID":1}]""");
        var started = await staff.Import("autoId=true", get);
        started.Json.GetProperty("jobStatus").GetString().ShouldBe("created");
        started.Json.GetProperty("_links").TryGetProperty("result", out _).ShouldBeFalse();

        var ticket = await staff.Ended(started);
        ticket.GetProperty("jobStatus").GetString().ShouldBe("completed");
        ticket.GetProperty("progress").ToString().ShouldBe("""{"rowsRead":3,"rowsResolved":3,"percent":100}""");
        var result = await staff.Result(ticket);
        Show(result.Json).ShouldBe("success create 4, success update 2, skipped update 1");
        (await staff.Server.Api("GET", get, token: "")).Text.ShouldBe(result.Text);
        (await staff.Items("fullName", "salary")).ShouldBe("1:Ana|100 2:Bob|51 3:Caz|- 4:Dan|-");
    }

    [Fact]
    public async Task A_CSV_is_read_by_its_target_type_although_it_came_as_JSON()
    {
        await using var staff = await Staff.StartAsync();
        var (get, _) = await staff.Upload("csv", Header + "createOrUpdate,2,\"Bob, jr\",,\ncreate,5,Eve,7.5,2000-02-29\ndelete,3\n");
        var ticket = await staff.Ended(await staff.Import("autoId=true&resultEncoding=gzip", get));
        ticket.GetProperty("jobStatus").GetString().ShouldBe("completed", ticket.ToString());
        var result = await staff.Result(ticket);
        result.ContentHeaders.ContentEncoding.ShouldBe(["gzip"]);
        Show(JsonDocument.Parse(Unpack(result.Bytes)).RootElement).ShouldBe("success update 2, success create 5, success delete 3");
        (await staff.Items("fullName", "salary", "dob")).ShouldBe("1:Ana|100|- 2:Bob, jr|-|- 5:Eve|7.5|2000-02-29");
    }

    [Fact]
    public async Task TSV_and_gzip_are_read()
    {
        await using var staff = await Staff.StartAsync();
        var (tsv, _) = await staff.Upload("tsv", "_action\temployeeID\tsalary\nupdate\t1\t7\n");
        (await staff.Ended(await staff.Import("autoId=true", tsv))).GetProperty("jobStatus").GetString().ShouldBe("completed");
        var (packed, _) = await staff.Upload("csv", Pack("_action,employeeID,salary\nupdate,2,8\n"));
        (await staff.Ended(await staff.Import("autoId=true", packed))).GetProperty("jobStatus").GetString().ShouldBe("completed");
        (await staff.Items("salary")).ShouldBe("1:7 2:8 3:-");
    }

    [Theory]
    [InlineData("csv", "_action,employeeID,Salary\nupdate,1,2\n", "400917 $")]
    [InlineData("csv", "_action,employeeID\nupdate,1\nupdate,\"2\n", "400917 $[1]")]
    [InlineData("csv", "_action,employeeID,salary\nupdate,1,5\nupdate,2,x,3\ncreate,1,\n", "400914 $[1].salary", "400917 $[1]", "400911 $[2]")]
    [InlineData("csv", "", "404904|500901 -")]
    [InlineData("json", "{\"errors\":[]}", "400917 $")]
    [InlineData("json", "[{\"_action\":\"update\",\"employeeID\":1,\"salary\":2},{]", "400917 $[1]")]
    [InlineData("json", "_action,employeeID\n", "400917 $")]
    [InlineData("json", "[{\"_action\":\"update\",\"employeeID\":1,\"salary\":2},{\"_action\":\"update\",\"employeeID\":9}]", "400912 $[1]")]
    public async Task A_failed_import_tells_why_and_changes_nothing(string type, string payload, params string[] errors)
    {
        await using var staff = await Staff.StartAsync();
        var state = await staff.State();
        var (get, _) = await staff.Upload(type, payload);
        var ticket = await staff.Ended(await staff.Import("autoId=true", get));
        ticket.GetProperty("jobStatus").GetString().ShouldBe("failed");
        var told = ticket.GetProperty("errors").EnumerateArray()
            .Select(e => $"{e.GetProperty("code").GetString()} {(e.TryGetProperty("jsonBody", out var at) ? at.GetString() : "-")}").ToList();
        if (payload.Length > 0)
        {
            told.ShouldBe(errors, ignoreOrder: true);
            (await staff.Result(ticket)).Json.GetProperty("errors").ToString().ShouldBe(ticket.GetProperty("errors").ToString());
        }
        (await staff.State()).ShouldBe(state);
    }

    [Fact]
    public async Task Damaged_gzip_and_bombs_fail_clearly()
    {
        await using var staff = await Staff.StartAsync("Imports:MaxBytes=100000");
        var state = await staff.State();
        var packed = Pack(Header + string.Concat(Enumerable.Range(10, 3000).Select(i => $"create,{i},P{i * 7919 % 1009},,\n")));
        foreach (var (bytes, message) in new[] { (packed[..(packed.Length / 2)], "gzip"), (Pack(Header + new string('\n', 200_000)), "larger than 100000 bytes") })
        {
            var (get, _) = await staff.Upload("csv", bytes);
            var ticket = await staff.Ended(await staff.Import("autoId=true", get));
            ticket.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("400917");
            ticket.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldContain(message);
        }
        (await staff.State()).ShouldBe(state);
    }

    [Fact]
    public async Task What_is_wrong_with_the_request_is_told_all_at_once()
    {
        await using var staff = await Staff.StartAsync();
        var answer = await staff.Server.Api("PUT", $"datasets/{staff.DatasetId}/items/import?autoId=maybe&resultEncoding=zip", """
            {"importLocation":{"method":"POST","url":"http://example.com/x"},"resultLocation":{"method":"PUT"},
             "callback":{"method":"GET","urlTemplate":"https://example.com/{{what}}"},"importlocation":1}
            """);
        answer.Status.ShouldBe(400);
        answer.Codes.ShouldBe(["400903", "400904", "400905", "400904", "400916", "400902", "400916"], ignoreOrder: true);
        (await staff.Server.Api("PUT", $"datasets/{staff.DatasetId}/items/import", "{}")).Codes.ShouldBe(["400902"]);
        (await staff.Server.Api("PUT", $"datasets/{staff.DatasetId}/items/import", "[]")).Codes.ShouldBe(["400903"]);
        (await staff.Server.Api("PUT", $"datasets/{staff.DatasetId}/items/import")).Codes.ShouldBe(["400902"]);
    }

    [Fact]
    public async Task A_large_import_with_implicit_delete_agrees_with_its_result()
    {
        await using var staff = await Staff.StartAsync();
        var csv = Header + string.Concat(Enumerable.Range(3, 30_000).Select(i => $"createOrUpdate,{i},Person {i},{i},2020-01-01\r\n"));
        var (get, _) = await staff.Upload("csv", csv);
        var ticket = await staff.Ended(await staff.Import("autoId=true&implicitDelete=true", get));
        var result = (await staff.Result(ticket)).Json;
        result.GetArrayLength().ShouldBe(30_002);
        result.EnumerateArray().Take(30_000).Select(e => e.GetProperty("employeeID").GetInt32()).ShouldBe(Enumerable.Range(3, 30_000));
        Show(result[30_000]).ShouldBe("implicitDelete delete 1");
        var items = (await staff.Server.Api("GET", $"datasets/{staff.DatasetId}/items")).Json.EnumerateArray()
            .ToDictionary(item => item.GetProperty("_id").GetString()!, item => item.GetProperty("employeeID").GetInt32());
        items.Count.ShouldBe(30_000);
        result.EnumerateArray().Take(30_000).ShouldAllBe(e => items[e.GetProperty("_id").GetString()!] == e.GetProperty("employeeID").GetInt32());

        var (again, _) = await staff.Upload("csv", csv);
        var state = await staff.State();
        var second = (await staff.Result(await staff.Ended(await staff.Import("autoId=true&implicitDelete=true", again)))).Json;
        second.EnumerateArray().ShouldAllBe(e => e.GetProperty("_status").GetString() == "skipped");
        (await staff.State()).ShouldBe(state);
    }

    static string Show(JsonElement result) => result.ValueKind == JsonValueKind.Array
        ? string.Join(", ", result.EnumerateArray().Select(Show))
        : $"{result.GetProperty("_status").GetString()} {result.GetProperty("_action").GetString()} {result.GetProperty("employeeID")}";

    static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    static string Unpack(byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        return new StreamReader(gzip).ReadToEnd();
    }
}
