using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Espalier.Server.Tests.Exports;

public sealed class ExportEndpointTests
{
    [Theory]
    [InlineData("number")]
    [InlineData("date")]
    [InlineData("boolean")]
    public async Task Values_that_do_not_fit_a_new_type_are_read_and_found_as_they_were(string type)
    {
        await using var staff = await Imports.Staff.StartAsync();
        (await staff.Server.Api("PATCH", $"datasets/{staff.DatasetId}", $$"""{"properties":[{"key":"location","type":"{{type}}"}]}""")).Status.ShouldBe(200);
        (await Read("GET", "items")).ShouldContain("\"location\":\"Leeds\"");
        foreach (var format in new[] { "jsonObjects", "jsonRows", "jsonColumns", "csv", "tsv" })
            (await Read("GET", $"export/{format}")).Split("London").Length.ShouldBe(3, format);

        (await Found("""{"location":null}""")).ShouldBe("");
        (await Found("""{"location":{"$ne":null}}""")).ShouldBe("1 2 3");
        (await Found("""{"location":"London"}""")).ShouldBe("1 3");
        (await Found("""{"location":{"$nin":["London"]}}""")).ShouldBe("2");
        (await Found("""{"location":{"$gt":"A"}}""")).ShouldBe("");

        async Task<string> Read(string method, string path, object? body = null) =>
            (await staff.Server.Api(method, $"datasets/{staff.DatasetId}/{path}", body)).Text;

        async Task<string> Found(string filter) => string.Join(' ',
            (await staff.Server.Api("POST", $"datasets/{staff.DatasetId}/items", $$"""{"filter":{{filter}}}""")).Json.EnumerateArray().Select(item => item.GetProperty("employeeID")));
    }

    const string Csv =
        "employeeID,fullName,managerID,salary,dob,location,_change,_has_unique_id,_is_duplicate,_is_ghost,_records,_depth,_height,_layers,"
        + "_is_leaf,_is_orphan,_outgoing_count,_span,_level_1,_level_2\n"
        + "1,Ana,,100,,London,none,true,false,false,1,1,1,1,false,false,2,2,Ana,\n"
        + "2,Bob,1,50,,Leeds,none,true,false,false,1,2,0,0,true,false,0,,Ana,Bob\n"
        + "3,Caz,1,,,London,none,true,false,false,1,2,0,0,true,false,0,,Ana,Caz\n";

    [Fact]
    public async Task Csv_has_a_byte_order_mark_and_windows_lines_unless_asked_otherwise()
    {
        await using var dataset = await Dataset.StartAsync();
        var windows = await dataset.Api("GET", "export/csv");
        windows.ContentHeaders.ContentType!.ToString().ShouldBe("text/csv; charset=UTF-8");
        windows.Bytes.ShouldBe([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Csv.Replace("\n", "\r\n", StringComparison.Ordinal))]);

        var unix = await dataset.Api("GET", "export/csv?includeBOM=false&lineEndings=unix");
        unix.Text.ShouldBe(Csv);

        var tabs = await dataset.Api("GET", "export/tsv?includeBOM=FALSE&lineEndings=unix");
        tabs.ContentHeaders.ContentType!.ToString().ShouldBe("text/tab-separated-values; charset=UTF-8");
        tabs.Text.ShouldBe(Csv.Replace(',', '\t'));
    }

    [Theory]
    [InlineData("export/jsonRows")]
    [InlineData("export")]
    public async Task Json_rows_have_a_cell_for_each_header(string path)
    {
        await using var dataset = await Dataset.StartAsync();
        var answer = await dataset.Api("GET", path);
        answer.ContentHeaders.ContentType!.ToString().ShouldBe("application/json; charset=UTF-8");
        var headers = answer.Json.GetProperty("headers").EnumerateArray().ToArray();
        var rows = answer.Json.GetProperty("rows").EnumerateArray().Select(r => r.EnumerateArray().ToArray()).ToArray();
        rows.ShouldAllBe(row => row.Length == headers.Length);
        headers[0].GetRawText().ShouldBe("""{"key":"employeeID","name":"employeeID","type":"number"}""");
        headers.Single(h => h.GetProperty("key").GetString() == "_outgoing_count").GetRawText()
            .ShouldBe("""{"key":"_outgoing_count","name":"Outgoing Count","type":"number"}""");
        Values("_depth").ShouldBe("1 2 2");
        Values("_outgoing_count").ShouldBe("2 0 0");
        Values("_change").ShouldBe("\"none\" \"none\" \"none\"");
        Values("managerID").ShouldBe("null 1 1");

        string Values(string key)
        {
            var at = Array.FindIndex(headers, h => h.GetProperty("key").GetString() == key);
            return string.Join(' ', rows.Select(r => r[at].GetRawText()));
        }
    }

    [Theory]
    [InlineData("GET", "export/csv?includeBOM=true&includeBOM=false", "400020 includeBOM")]
    [InlineData("GET", "export/jsonRows?includeBOM=maybe&lineEndings=mac", "400903 includeBOM|400904 lineEndings")]
    [InlineData("GET", "export/%22csv%22", "400900 {exportFormat}")]
    [InlineData("GET", "export/CSV", "400900 {exportFormat}")]
    [InlineData("POST", "export/xml?resultEncoding=zip&encoding=br", "400900 {exportFormat}|400904 encoding|400904 resultEncoding")]
    public async Task A_wrong_parameter_is_named(string method, string path, string errors)
    {
        await using var dataset = await Dataset.StartAsync();
        var answer = await dataset.Api(method, path);
        answer.Status.ShouldBe(400);
        string.Join('|', answer.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString() + " "
            + (e.TryGetProperty("pathParameter", out var path) ? path : e.GetProperty("queryParameter")).GetString())).ShouldBe(errors);
    }

    [Fact]
    public async Task An_export_job_leaves_its_result_in_a_temporary_file()
    {
        await using var dataset = await Dataset.StartAsync();
        var ticket = await dataset.Finish(await dataset.Api("POST", "export/csv?includeBOM=false&lineEndings=unix"));
        ticket.GetProperty("jobStatus").GetString().ShouldBe("completed");
        ticket.GetProperty("progress").GetProperty("percent").GetDouble().ShouldBe(100);
        var result = await dataset.Result(ticket);
        result.Text.ShouldBe(Csv);
        result.ContentHeaders.ContentType!.ToString().ShouldBe("text/csv; charset=UTF-8");
    }

    [Fact]
    public async Task An_export_job_filters_calculated_values_and_orders_columns()
    {
        await using var dataset = await Dataset.StartAsync();
        var ticket = await dataset.Finish(await dataset.Api("POST", "export/jsonObjects?encoding=identity", """
            {"query":{"output":{"filter":{"_depth":2,"_level_1":"Ana","_span_of_control":null},"projectionMode":"replace",
             "projection":{"salary":3,"fullName":1,"_span_of_control":2,"dob":0,"_change":true}},"more":1},"unknown":[]}
            """));
        (await dataset.Result(ticket)).Text.ShouldBe(
            """[{"fullName":"Bob","_change":"none","_span":null,"salary":50},{"fullName":"Caz","_change":"none","_span":null,"salary":null}]""");
    }

    [Fact]
    public async Task A_result_is_packed_when_that_was_asked_for()
    {
        await using var dataset = await Dataset.StartAsync();
        var ticket = await dataset.Finish(await dataset.Api("POST", "export/jsonColumns?resultEncoding=gzip&encoding=identity", "{}"));
        var result = await dataset.Result(ticket);
        result.ContentHeaders.ContentEncoding.ShouldBe(["gzip"]);
        using var unpacked = new GZipStream(new MemoryStream(result.Bytes), CompressionMode.Decompress);
        var json = (await JsonDocument.ParseAsync(unpacked, cancellationToken: TestContext.Current.CancellationToken)).RootElement;
        json.GetProperty("columns")[1].GetRawText().ShouldBe("""["Ana","Bob","Caz"]""");
    }

    [Fact]
    public async Task A_result_can_go_to_a_temporary_file_of_the_callers()
    {
        await using var dataset = await Dataset.StartAsync();
        var urls = (await dataset.Server.Api("POST", "files/generate", """{"targetType":"json","targetEncoding":"identity"}""")).Json;
        var ticket = await dataset.Finish(await dataset.Api("POST", "export", new
        {
            exportLocation = new { method = "PUT", url = urls.GetProperty("put").GetString() },
        }));
        ticket.GetProperty("jobStatus").GetString().ShouldBe("completed", ticket.GetRawText());
        var file = await dataset.Server.Api("GET", urls.GetProperty("get").GetString()!, token: "");
        file.Json.GetProperty("rows").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task Everything_wrong_in_a_body_is_told_at_once()
    {
        await using var dataset = await Dataset.StartAsync();
        var answer = await dataset.Api("POST", "export/csv", """
            {"dataset":{"linkingRelationships":[{"datasetId":"0B533DE6-7107-9FCD-48FC-31C0856745CC"},{}]},
             "executeOnDemand":["salary","nothing","salary",1],
             "query":{"input":{},"output":{"projectionMode":"merge","filter":{"x":{"$eq":1}},"projection":{"salary":"1"}}},
             "resultLocation":{"method":"POST","url":"ftp://example.com"},
             "callback":{"method":"GET","urlTemplate":"https://example.com?x={{nothing}}"}}
            """);
        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("errors").EnumerateArray()
            .Select(e => $"{e.GetProperty("code").GetString()} {e.GetProperty("jsonBody").GetString()}").ShouldBe(
        [
            "400905 $.dataset.linkingRelationships[0].datasetId", "400902 $.dataset.linkingRelationships[1].datasetId",
            "400918 $.executeOnDemand[0]", "400909 $.executeOnDemand[1]", "400907 $.executeOnDemand[2]", "400903 $.executeOnDemand[3]",
            "400905 $.query.input", "400904 $.query.output.projectionMode", "400909 $.query.output.filter.x", "400905 $.query.output.filter.x.$eq",
            "400903 $.query.output.projection.salary", "400904 $.resultLocation.method", "400916 $.resultLocation.url",
            "400916 $.callback.urlTemplate",
        ]);
    }

    [Fact]
    public async Task Path_and_header_problems_are_told_together()
    {
        await using var dataset = await Dataset.StartAsync();
        var answer = await dataset.Server.Api("POST", "datasets/not-a-uuid/export", new StringContent("x", Encoding.UTF8, "text/plain"));
        answer.Status.ShouldBe(400);
        answer.Codes.ShouldBe(["400603", "415001"]);
        (await dataset.Api("POST", "export", """{"executeOnDemand":[]}""")).Codes.ShouldBe(["400906"]);
        (await dataset.Api("POST", "export", "[]")).Codes.ShouldBe(["400903"]);
    }
}
