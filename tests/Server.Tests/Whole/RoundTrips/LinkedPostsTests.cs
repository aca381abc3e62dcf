using System.Text;
using System.Text.Json;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Whole.RoundTrips;

/// <summary>
/// The organogram's posts with people who hold them, some more than one and some only a part: what a unit costs, by way of
/// links, is what adding it up by hand gives.
/// </summary>
public sealed class LinkedPostsTests
{
    const string Posts = """
        {"name":"UK posts","type":"POSITIONS","autoId":"postId","labelId":"jobTitle","treeId":"postId","treeParentId":"reportsTo","properties":[
         {"key":"postId","type":"text"},{"key":"reportsTo","type":"text"},{"key":"department","type":"text"},{"key":"level","type":"text"},
         {"key":"grade","type":"text"},{"key":"jobTitle","type":"text"},{"key":"unit","type":"text"},{"key":"salaryCostOfReports","type":"number"},
         {"key":"payFloor","type":"number"},{"key":"payCeiling","type":"number"},{"key":"profession","type":"text"},{"key":"asOf","type":"date"},
         {"key":"cost","type":"number","expression":"node.links.math(\"allocation*to.pay\").sum","expressionMode":"allNodes"},
         {"key":"branchCost","type":"number","expression":"node.rollUp(\"sum\",\"cost\")","expressionMode":"allNodes"}]}
        """;

    const string People = """
        {"name":"People","type":"PEOPLE","autoId":"number","labelId":"number","properties":[{"key":"number","type":"number"},{"key":"pay","type":"number"},
         {"key":"post","type":"text"},{"key":"part","type":"number"},
         {"key":"time","type":"number","expression":"node.links.allocation.sum","expressionMode":"allNodes"},
         {"key":"units","type":"number","expression":"node.links.to.unit.distinct.count","expressionMode":"allNodes"}]}
        """;

    [Fact]
    public async Task What_units_cost_through_links_is_what_adding_up_by_hand_gives()
    {
        var file = Repository.SharedFile("data", "uk-organogram-posts.csv");
        await using var server = await TestServer.StartAsync();
        using var api = new ApiClient(server.Url, TestServer.Tenant, server.Token);
        var posts = await api.CreateDatasetAsync(Posts);
        var people = await api.CreateDatasetAsync(People);
        var links = (await api.DoAsync("POST", "links", $$"""{"name":"Who holds what","fromDatasetId":"{{people}}","toDatasetId":"{{posts}}"}"""))
            .Json.GetProperty("datasetId").GetString()!;
        var (_, payload) = Exported.AsActions("csv", await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        await api.ResultAsync(await api.StartImportAsync(posts, "autoId=true", "csv", payload));
        var rows = (await api.DoAsync("GET", $"datasets/{posts}/items")).Json.EnumerateArray()
            .Select(item => (Id: item.GetProperty("postId").GetString()!, Parent: Text(item, "reportsTo"), Unit: Text(item, "unit"))).ToList();

        // Each fifth post is vacant, each third holder works half there and half in the next post.
        var holders = Enumerable.Range(0, rows.Count).Where(i => i % 5 != 0).Select(i => (Number: 1000 + i, Pay: 20_000 + i * 37 % 60_000, Post: i)).ToList();
        var made = holders.SelectMany(h => h.Number % 3 == 0 && h.Post + 1 < rows.Count
            ? new (int Number, int Pay, int Post, double Part)[] { (h.Number, h.Pay, h.Post, 0.5), (h.Number, h.Pay, h.Post + 1, 0.5) }
            : [(h.Number, h.Pay, h.Post, 1)]).ToList();
        await Import(people, $"datasets/{people}/items/import?autoId=true", "_action,number,pay,post,part\n",
            holders.Select(h => $"create,{h.Number},{h.Pay},{rows[h.Post].Id},{(h.Number % 3 == 0 ? 0.5 : 1)}"));
        await Import(links, $"links/{links}/items/import", "_action,from_id,to_id,allocation\n",
            made.Select(l => $"create,{l.Number},\"{rows[l.Post].Id}\",{l.Part}").Append("create,1,nowhere,1"));

        var exported = await Export(posts);
        var costs = new double[rows.Count];
        foreach (var (_, pay, post, part) in made)
            costs[post] += pay * part;
        // Posts stand in the export as they do in the items.
        exported.Select(row => Number(row, "cost")).ShouldBe(costs, 0.001);
        var byUnit = rows.Select((row, i) => (row.Unit, Cost: costs[i])).GroupBy(r => r.Unit).ToDictionary(g => g.Key, g => g.Sum(r => r.Cost));
        byUnit.Count.ShouldBeGreaterThan(100);
        foreach (var unit in exported.GroupBy(row => Text(row, "unit")))
            unit.Sum(row => Number(row, "cost")).ShouldBe(byUnit[unit.Key], 0.01);
        exported.Select((row, i) => Number(row, "branchCost") - Number(row, "cost")).Min().ShouldBe(0, 0.001);
        exported.Where(row => row.GetProperty("_depth").GetInt32() == 1).Sum(row => Number(row, "branchCost")).ShouldBe(costs.Sum(), 0.01);

        var times = await Export(people);
        times.Select(row => Number(row, "time")).ShouldBe(holders.Select(h => made.Where(l => l.Number == h.Number).Sum(l => l.Part)), 0.0001);
        times.Select(row => Number(row, "units")).ShouldBe(holders.Select(h => (double)made.Where(l => l.Number == h.Number)
            .Select(l => rows[l.Post].Unit).Distinct().Count()));

        var filled = (await api.ResultAsync(ApiClient.TicketUrl(await api.DoAsync("PUT", $"links/{links}/items/sync",
            $$"""{"sourceDatasetId":"{{people}}","targetDatasetAutoId":"post","allocationId":"part"}""")))).Json;
        var statuses = filled.EnumerateArray().CountBy(e => e.GetProperty("_status").GetString()!).ToDictionary();
        statuses["skipped"].ShouldBe(holders.Count);
        statuses["implicitDelete"].ShouldBe(made.Count - holders.Count + 1);
        statuses.Count.ShouldBe(2);

        async Task Import(string dataset, string path, string header, IEnumerable<string> lines)
        {
            var get = await api.UploadAsync("csv", Encoding.UTF8.GetBytes(header + string.Join('\n', lines)));
            var result = (await api.ResultAsync(ApiClient.TicketUrl(await api.DoAsync("PUT", path, $$"""{"importLocation":{"method":"GET","url":"{{get}}"} }""")))).Json;
            result.EnumerateArray().ShouldAllBe(entry => entry.GetProperty("_status").GetString() == "success");
        }

        async Task<List<JsonElement>> Export(string dataset) => [.. (await api.ResultAsync(ApiClient.TicketUrl(await api.DoAsync("POST", $"datasets/{dataset}/export/jsonObjects",
            $$"""{"dataset":{"linkingRelationships":[{"datasetId":"{{links}}"}]} }""")))).Json.EnumerateArray()];
    }

    static string Text(JsonElement row, string key) => row.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    static double Number(JsonElement row, string key) => row.GetProperty(key).GetDouble();
}
