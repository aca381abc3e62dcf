using System.Text;
using System.Text.Json;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Whole.RoundTrips;

/// <summary>What is exported can be imported again, in each format, and nothing changes.</summary>
public sealed class RoundTripTests
{
    const string Posts = """
        {"name":"UK posts","type":"POSITIONS","autoId":"postId","labelId":"jobTitle","treeId":"postId","treeParentId":"reportsTo","properties":[
         {"key":"postId","type":"text"},{"key":"reportsTo","type":"text"},{"key":"department","type":"text"},{"key":"level","type":"text"},
         {"key":"grade","type":"text"},{"key":"jobTitle","type":"text"},{"key":"unit","type":"text"},{"key":"salaryCostOfReports","type":"number"},
         {"key":"payFloor","type":"number"},{"key":"payCeiling","type":"number"},{"key":"profession","type":"text"},{"key":"asOf","type":"date"}]}
        """;

    static readonly string[] Formats = ["jsonRows", "jsonColumns", "jsonObjects", "csv", "tsv"];

    [Fact]
    public async Task The_real_file_goes_through_all_formats_unchanged()
    {
        var file = Repository.SharedFile("data", "uk-organogram-posts.csv");
        var lines = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await using var server = await TestServer.StartAsync();
        using var api = new ApiClient(server.Url, TestServer.Tenant, server.Token);
        var dataset = await api.CreateDatasetAsync(Posts);
        var (_, payload) = Exported.AsActions("csv", Encoding.UTF8.GetBytes(lines));
        var first = (await api.ResultAsync(await api.StartImportAsync(dataset, "autoId=true", "csv", payload))).Json;
        first.GetArrayLength().ShouldBe(6521);
        first.EnumerateArray().ShouldAllBe(entry => entry.GetProperty("_status").GetString() == "success");

        await AllFormatsAsync(dataset, api, "autoId=true&implicitDelete=true",
            async format => (await api.DoAsync("GET", $"datasets/{dataset}/export/{format}")).Bytes);
    }

    [Fact]
    public async Task Whatever_makes_trouble_in_files_goes_through_all_formats_unchanged()
    {
        await using var server = await TestServer.StartAsync();
        using var api = new ApiClient(server.Url, TestServer.Tenant, server.Token);
        var dataset = await api.CreateDatasetAsync(Sample.Definition);
        await api.ResultAsync(await api.StartImportAsync(dataset, "", "csv", Encoding.UTF8.GetBytes(Sample.Csv())));
        (await api.DoAsync("GET", $"datasets/{dataset}/items")).Json.GetArrayLength().ShouldBe(60);

        await AllFormatsAsync(dataset, api, "implicitDelete=true", async format => (await api.ResultAsync(ApiClient.TicketUrl(
            await api.DoAsync("POST", $"datasets/{dataset}/export/{format}", """{"query":{"output":{"projection":{"_id":1}}}}""")))).Bytes);
    }

    static async Task AllFormatsAsync(string dataset, ApiClient api, string query, Func<string, Task<byte[]>> export)
    {
        var before = await StateAsync(dataset, api);
        foreach (var format in Formats)
        {
            var (type, payload) = Exported.AsActions(format, await export(format));
            var result = (await api.ResultAsync(await api.StartImportAsync(dataset, query, type, payload))).Json;
            var changed = result.EnumerateArray().Where(entry => entry.GetProperty("_status").GetString() != "skipped").Take(5);
            changed.Select(entry => entry.ToString()).ShouldBeEmpty(format);
            result.GetArrayLength().ShouldBe(JsonDocument.Parse(before.Items).RootElement.GetArrayLength(), format);
            (await StateAsync(dataset, api)).ShouldBe(before, format);
        }
    }

    static async Task<(string Dataset, string Items)> StateAsync(string dataset, ApiClient api) =>
        ((await api.DoAsync("GET", $"datasets/{dataset}")).Text, (await api.DoAsync("GET", $"datasets/{dataset}/items")).Text);
}
