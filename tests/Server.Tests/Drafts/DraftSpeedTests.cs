using System.Diagnostics;
using System.Globalization;
using System.Text;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Drafts;

/// <summary>
/// A draft of many changes on a large dataset opens at once. The suite takes a small one and tells the times;
/// <c>ESPALIER_DRAFT_ITEMS=1000000</c> takes the one of the promise, 200 ms.
/// </summary>
public sealed class DraftSpeedTests(ITestOutputHelper output)
{
    const int PerRequest = 2500;

    readonly int _items = Long.Setting("ESPALIER_DRAFT_ITEMS", 20_000);

    [Fact]
    public async Task A_draft_of_many_changes_shows_its_first_page_at_once()
    {
        await using var drafting = await Drafting.StartAsync();
        var staff = drafting.Staff;
        var (get, _) = await staff.Upload("csv", Payload());
        (await staff.Ended(await staff.Import("autoId=true", get))).GetProperty("jobStatus").GetString().ShouldBe("completed");
        var draft = await drafting.Create();
        var changes = Math.Min(10_000, _items / 2);
        for (var first = 0; first < changes; first += PerRequest)
            await drafting.Write(draft, Actions(first, Math.Min(PerRequest, changes - first)));

        await drafting.Server.RestartAsync();
        (await drafting.Server.Api("GET", $"datasets/{staff.DatasetId}/export/csv?limit=1")).Status.ShouldBe(200);
        foreach (var way in new[] { "first", "second" })
        {
            var clock = Stopwatch.StartNew();
            var page = await drafting.Server.Api("GET", $"{Drafting.Own}/drafts/{draft}/items?limit=100");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_items} items, {changes} changes, {way} look: {clock.Elapsed.TotalMilliseconds:0} ms"));
            page.Json.GetArrayLength().ShouldBe(100);
            page.Json.EnumerateArray().Count(item => item.TryGetProperty("salary", out var salary) && salary.GetInt32() == 7).ShouldBeGreaterThan(0);
        }
    }

    string Payload()
    {
        var text = new StringBuilder("_action,employeeID,fullName,managerID,salary,location\n");
        for (var i = 0; i < _items; i++)
            text.Append(CultureInfo.InvariantCulture, $"create,{100 + i},Person {i},{(i == 0 ? "" : 100 + i / 8)},{1000 + i % 500},City {i % 300}\n");
        return text.ToString();
    }

    /// <summary>Changes all over the dataset.</summary>
    string Actions(int first, int count) => $"[{string.Join(',', Enumerable.Range(first, count).Select(i =>
        $$"""{"_action":"update","employeeID":{{100 + (i == 0 ? 0 : (int)((long)i * 7919 % _items))}},"salary":7,"location":"Elsewhere"}"""))}]";
}
