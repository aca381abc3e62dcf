using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Reading;

public sealed class LookupTests
{
    [Fact]
    public async Task A_lookup_dataset_shows_its_columns_and_is_read_by_expressions()
    {
        var rates = "";
        await using var company = await Company.StartAsync(before: async server =>
        {
            rates = await Company.AddRatesAsync(server);
            return """{"key":"euro","type":"number","expression":"node.pay * node.currency.rate"}""";
        });
        await company.AddPropertiesAsync($$"""{"key":"currency","name":"Money","lookup":{"mode":"dataset","datasetId":"{{rates}}"} }""");
        (await company.Shown("currency:rate")).ShouldBe("2 3 - -");
        (await company.Shown("currency:area")).ShouldBe("Euro - - -");
        (await company.Shown("currency:double")).ShouldBe("4 6 - -");
        (await company.Shown("currency:code")).ShouldBe("- - - -");
        (await company.Shown("euro")).ShouldBe("200 150 - -");

        var headers = (await company.Server.Api("GET", $"datasets/{company.DatasetId}/export/jsonRows")).Json.GetProperty("headers");
        headers.EnumerateArray().Select(h => h.GetRawText()).ShouldContain("""{"key":"currency:rate","name":"Money: rate","type":"number"}""");
        Company.Values(await company.Export("""{"query":{"output":{"filter":{"currency:rate":{"$gt":2}}}}}"""), "name").ShouldBe("Bob");

        (await company.Server.Api("PUT", $"datasets/{rates}/items?autoId=true", """[{"_action":"update","code":"GBP","rate":4},{"_action":"create","code":"XXX","rate":9}]"""))
            .Status.ShouldBe(200);
        (await company.Shown("currency:rate")).ShouldBe("2 4 9 -");
        (await company.Shown("euro")).ShouldBe("200 200 - -");
    }

    [Fact]
    public async Task An_export_with_lookups_can_be_imported_again()
    {
        await using var company = await Company.StartAsync(before: async server => $$$"""
            {"key":"money","type":"text","lookup":{"mode":"dataset","datasetId":"{{{await Company.AddRatesAsync(server)}}}"} }
            """);
        var csv = (await company.Server.Api("GET", $"datasets/{company.DatasetId}/export/csv?includeBOM=false&lineEndings=unix")).Text;
        csv.ShouldContain("money:rate");
        var lines = csv.TrimEnd('\n').Split('\n');
        var payload = string.Join('\n', lines.Select((line, at) => (at == 0 ? "_action," : "update,") + line));
        using var client = new ApiClient(company.Server.Url, TestServer.Tenant, company.Server.Token);
        var ticket = await client.StartImportAsync(company.DatasetId, "autoId=true", "csv", System.Text.Encoding.UTF8.GetBytes(payload));
        (await client.ResultAsync(ticket)).Json.EnumerateArray().ShouldAllBe(entry => entry.GetProperty("_status").GetString() == "skipped");
    }

    [Fact]
    public async Task An_automatic_lookup_is_found_by_its_name_and_shows_no_columns()
    {
        await using var company = await Company.StartAsync("""
            {"key":"rate","type":"number","expression":"node.lookup('currency').rate"}
            """, before: null);
        (await company.Shown("rate")).ShouldBe("- - - -");
        await company.AddPropertiesAsync("""{"key":"currency","lookup":{"mode":"auto","restrict":true,"sort":false}}""");
        (await company.Shown("rate")).ShouldBe("- - - -");
        await Company.AddRatesAsync(company.Server, "Currency");
        (await company.Shown("rate")).ShouldBe("2 3 - -");
        (await company.Shown("currency:rate")).ShouldBe("- - - -");
    }

    [Fact]
    public async Task Lookups_in_a_circle_end()
    {
        await using var company = await Company.StartAsync();
        await company.AddPropertiesAsync($$"""
            {"key":"boss","lookup":{"mode":"dataset","datasetId":"{{company.DatasetId}}"} },
            {"key":"grandboss","type":"text","expression":"node.boss.boss.name"},{"key":"double","type":"number","expression":"node.boss.pay * 2"}
            """);
        (await company.Shown("boss:name")).ShouldBe("- Ana Ana Bob");
        (await company.Shown("double")).ShouldBe("- 200 200 100");
        (await company.Shown("grandboss")).ShouldBe("- - - Ana");
        (await company.Shown("boss:double")).ShouldBe("- - - 200");
    }
}
