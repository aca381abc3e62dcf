using System.Text.Json;
using Espalier.Server.Tests.Exports;

namespace Espalier.Server.Tests.Items;

public sealed class ItemEndpointTests
{
    [Fact]
    public async Task All_items_come_with_internal_properties_and_without_what_is_not_stored()
    {
        await using var dataset = await Dataset.StartAsync();
        var answer = await dataset.Api("GET", "items");
        answer.Status.ShouldBe(200);
        answer.ContentHeaders.ContentType!.ToString().ShouldBe("application/json; charset=UTF-8");
        Members(answer.Json[0]).ShouldBe("employeeID fullName salary location _id _access _modifiedAt");
        Members(answer.Json[2]).ShouldBe("employeeID fullName managerID location _id _access _modifiedAt");
        answer.Json[0].GetProperty("_access").GetString().ShouldBe("Item.delete");
        answer.Json[0].GetProperty("_id").GetString()!.ShouldMatch("^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$");
        answer.Json[0].GetProperty("_modifiedAt").GetString()!.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");
    }

    [Fact]
    public async Task A_filter_and_a_projection_show_only_what_was_asked_for()
    {
        await using var dataset = await Dataset.StartAsync();
        var items = (await dataset.Api("POST", "items",
            """{"filter":{"salary":{"$gte":50},"location":{"$nin":["Leeds"]}},"projection":{"fullName":1,"_id":1}}""")).Json;
        items.GetArrayLength().ShouldBe(1);
        Members(items[0]).ShouldBe("fullName _id");
        items[0].GetProperty("fullName").GetString().ShouldBe("Ana");
    }

    [Theory]
    [InlineData("""{"salary":{"$ne":100}}""", "Bob Caz")]
    [InlineData("""{"salary":null}""", "Caz")]
    [InlineData("""{"salary":""}""", "Caz")]
    [InlineData("""{"salary":{"$gt":49,"$lt":100}}""", "Bob")]
    [InlineData("""{"salary":"100"}""", "Ana")]
    [InlineData("""{"salary":{"$in":[]}}""", "")]
    [InlineData("""{"salary":{"$nin":[]}}""", "Ana Bob Caz")]
    [InlineData("""{"salary":{"$in":[null,50]}}""", "Bob Caz")]
    [InlineData("""{"fullName":{"$gt":"Ana"}}""", "Bob Caz")]
    [InlineData("""{"location":"london"}""", "")]
    [InlineData("{}", "Ana Bob Caz")]
    [InlineData("""{"_modifiedAt":{"$gt":"2020-01-01"}}""", "Ana Bob Caz")]
    public async Task A_filter_finds(string filter, string names)
    {
        await using var dataset = await Dataset.StartAsync();
        var answer = await dataset.Api("POST", "items", $$"""{"filter":{{filter}}}""");
        string.Join(' ', answer.Json.EnumerateArray().Select(i => i.GetProperty("fullName").GetString())).ShouldBe(names);
        if (answer.Json.GetArrayLength() > 0)
            Members(answer.Json[0]).ShouldNotContain("_");
    }

    [Fact]
    public async Task An_empty_body_means_all_items()
    {
        await using var dataset = await Dataset.StartAsync();
        (await dataset.Api("POST", "items", "{}")).Json.GetArrayLength().ShouldBe(3);
        (await dataset.Api("POST", "items")).Json.GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once_with_its_place()
    {
        await using var dataset = await Dataset.StartAsync();
        var answer = await dataset.Api("POST", "items",
            """
            {"filter":{"salary":{"$gte":[1],"$regex":"x"},"nobody":1,"_depth":1,"dob":{"$in":5},"location":{"$nin":["a",{}]},"$or":[],"fullName":{}},
             "projection":{"salary":0,"nothing":1}}
            """);
        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("errors").EnumerateArray()
            .Select(e => $"{e.GetProperty("code").GetString()} {e.GetProperty("jsonBody").GetString()}").ShouldBe(
        [
            "400903 $.filter.salary.$gte", "400905 $.filter.salary.$regex", "400909 $.filter.nobody", "400909 $.filter._depth",
            "400903 $.filter.dob.$in", "400903 $.filter.location.$nin[1]", "400905 $.filter.$or", "400906 $.filter.fullName",
            "400905 $.projection.salary", "400909 $.projection.nothing",
        ]);
    }

    [Fact]
    public async Task A_dataset_that_is_not_there_is_told_when_nothing_else_is_wrong()
    {
        await using var dataset = await Dataset.StartAsync();
        (await dataset.Server.Api("GET", $"datasets/{Guid.NewGuid()}/items")).Codes.ShouldBe(["404901"]);
        (await dataset.Server.Api("POST", $"datasets/{Guid.NewGuid()}/items", """{"filter":3}""")).Codes.ShouldBe(["400903"]);
        (await dataset.Server.Api("POST", "datasets/not-a-uuid/items", """{"filter":3}""")).Codes.ShouldBe(["400603", "400903"]);
    }

    static string Members(JsonElement item) => string.Join(' ', item.EnumerateObject().Select(m => m.Name));
}
