namespace Espalier.Server.Tests.Links;

/// <summary>Filling a links dataset from a dataset that holds the ids of another.</summary>
public sealed class LinkSyncTests : IAsyncLifetime
{
    Firm _firm = null!;

    public async ValueTask InitializeAsync() => _firm = await Firm.StartAsync("""{"key":"note","type":"text"}""");

    public ValueTask DisposeAsync() => _firm.DisposeAsync();

    [Fact]
    public async Task Links_are_made_of_what_items_hold_and_all_others_go()
    {
        await _firm.Wrote("""
            [{"_action":"create","from_id":1,"to_id":"p1","allocation":0.1,"note":"old"},{"_action":"create","from_id":1,"to_id":"p2"},
             {"_action":"create","from_id":77,"to_id":"gone"}]
            """);
        (await Filled($$"""{"sourceDatasetId":"{{_firm.People}}","targetDatasetAutoId":"seat","allocationId":"share"}""")).ShouldBe(
        [
            "success replace [1,\"p1\"]", "success create [2,\"p2\"]", "implicitDelete delete [1,\"p2\"]", "implicitDelete delete [77,\"gone\"]",
        ]);
        (await _firm.Stored()).ShouldBe(["[1,\"p1\"]=0.5", "[2,\"p2\"]=1"]);
        (await _firm.Server.Api("GET", $"datasets/{_firm.Links}/items")).Json[0].TryGetProperty("note", out _).ShouldBeFalse();

        (await Filled($$"""{"sourceDatasetId":"{{_firm.People.ToLowerInvariant()}}","targetDatasetAutoId":"seat","allocationId":"fte"}""", "POST"))
            .ShouldBe(["success replace [1,\"p1\"]", "skipped replace [2,\"p2\"]"]);
        (await _firm.Stored()).ShouldBe(["[1,\"p1\"]=1", "[2,\"p2\"]=1"]);
    }

    [Fact]
    public async Task The_other_end_may_be_the_source_too()
    {
        (await Filled($$"""{"sourceDatasetId":"{{_firm.Positions}}","targetDatasetAutoId":"holder"}""", query: "?resultEncoding=identity")).ShouldBe(["success create [1,\"p1\"]"]);
        (await _firm.Stored()).ShouldBe(["[1,\"p1\"]=1"]);
    }

    [Fact]
    public async Task A_calculated_property_may_hold_the_ids()
    {
        (await _firm.Server.Api("PATCH", $"datasets/{_firm.People}",
            """{"properties":[{"key":"calculated","type":"text","expression":"'p' + node.id","expressionMode":"allNodes"}]}""")).Status.ShouldBe(200);
        (await Filled($$"""{"sourceDatasetId":"{{_firm.People}}","targetDatasetAutoId":"calculated"}"""))
            .ShouldBe(["success create [1,\"p1\"]", "success create [2,\"p2\"]", "success create [3,\"p3\"]"]);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_with_its_place()
    {
        var answer = await Sync("""{"targetDatasetAutoId":"","allocationId":7,"more":1,"resultLocation":{"method":"POST","url":"https://example.com/x"}}""", "?resultEncoding=zip");
        answer.Status.ShouldBe(400);
        Problems(answer).ShouldBe(
        [
            "400904 resultEncoding", "400902 $.sourceDatasetId", "400906 $.targetDatasetAutoId", "400903 $.allocationId", "400905 $.more", "400904 $.resultLocation.method",
        ], ignoreOrder: true);
        Problems(await Sync($$"""{"sourceDatasetId":"{{_firm.Links}}","targetDatasetAutoId":"seat"}""")).ShouldBe(["400915 $.sourceDatasetId"]);
        Problems(await Sync("""{"sourceDatasetId":"staff","targetDatasetAutoId":"seat"}""")).ShouldBe(["400903 $.sourceDatasetId"]);
        Problems(await Sync($$"""{"sourceDatasetId":"{{_firm.People}}","targetDatasetAutoId":"chair","allocationId":"part"}"""))
            .ShouldBe(["400909 $.targetDatasetAutoId", "400909 $.allocationId"]);

        static string[] Problems(Support.Answer answer) => [.. answer.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString() + " "
            + (e.TryGetProperty("jsonBody", out var place) ? place : e.GetProperty("queryParameter")).GetString())];
    }

    Task<Support.Answer> Sync(string body, string query = "", string method = "PUT") => _firm.Server.Api(method, $"links/{_firm.Links}/items/sync{query}", body);

    async Task<string[]> Filled(string body, string method = "PUT", string query = "") => Firm.Entries((await _firm.Result(await Sync(body, query, method))).Json);
}
