using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Drafts;

/// <summary>Making, finding, renaming and deleting drafts, and who may.</summary>
public sealed class DraftResourceTests
{
    [Fact]
    public async Task A_draft_is_made_shown_renamed_and_deleted()
    {
        await using var drafting = await Drafting.StartAsync();
        var made = await drafting.Server.Api("POST", $"{Drafting.Own}/drafts",
            $$"""{"datasetId":"{{drafting.Staff.DatasetId}}","name":"Finance","description":"Next year","tags":["Finance"]}""");
        made.Status.ShouldBe(201, made.Text);
        var id = made.Json.GetProperty("draftId").GetString()!;
        made.Json.GetProperty("datasetId").GetString().ShouldBe(drafting.Staff.DatasetId);
        made.Json.GetProperty("changedItems").GetInt32().ShouldBe(0);

        var found = await drafting.Server.Api("GET", $"drafts/{id.ToLowerInvariant()}");
        found.Status.ShouldBe(200, found.Text);
        found.Json.TryGetProperty("datasetId", out _).ShouldBeFalse();
        found.Json.GetProperty("createdBy").GetString().ShouldBe(TestServer.Admin);
        found.Json.GetProperty("tags").ToString().ShouldBe("""["Finance"]""");
        found.Json.GetProperty("_links").GetProperty("self").GetProperty("url").GetString().ShouldEndWith($"/api/v1/T1/drafts/{id}");
        var actions = found.Json.GetProperty("_links").GetProperty("draft:actions");
        actions.GetProperty("jsonBody").ToString().ShouldBe($$"""{"layers":[{"draftId":"{{id}}","layerKey":"default"}]}""");
        (await drafting.Server.Api("POST", actions.GetProperty("url").GetString()!, actions.GetProperty("jsonBody").ToString())).Status.ShouldBe(202);

        var metadata = (await drafting.Server.Api("GET", $"datasets/{drafting.Staff.DatasetId}")).Json.GetProperty("drafts")[0];
        metadata.GetProperty("name").GetString().ShouldBe("Finance");
        var retrieve = metadata.GetProperty("_links").GetProperty("draft:retrieve").GetProperty("url").GetString()!;
        (await drafting.Server.Api("GET", retrieve)).Status.ShouldBe(200);

        var renamed = await drafting.Server.Api("PATCH", $"{Drafting.Own}/drafts/{id}", """{"name":"Finance 27","description":null}""");
        renamed.Status.ShouldBe(200, renamed.Text);
        renamed.Json.GetProperty("name").GetString().ShouldBe("Finance 27");
        renamed.Json.TryGetProperty("description", out _).ShouldBeFalse();
        renamed.Json.GetProperty("tags").GetArrayLength().ShouldBe(1);

        (await drafting.Server.Api("DELETE", $"{Drafting.Own}/drafts/{id}")).Status.ShouldBe(204);
        (await drafting.Server.Api("DELETE", $"{Drafting.Own}/drafts/{id}")).Codes.ShouldBe(["404902"]);
        (await drafting.Server.Api("GET", $"drafts/{id}")).Codes.ShouldBe(["404902"]);
        (await drafting.Server.Api("GET", "drafts")).Text.ShouldBe("[]");
    }

    [Fact]
    public async Task The_list_takes_a_filter_and_a_projection()
    {
        await using var drafting = await Drafting.StartAsync();
        await drafting.Create("Beta");
        await drafting.Create("Alpha");

        (await drafting.Server.Api("GET", "drafts")).Json.EnumerateArray().Select(d => d.GetProperty("name").GetString()).ShouldBe(["Alpha", "Beta"]);
        (await drafting.Server.Api("POST", "drafts")).Json.GetArrayLength().ShouldBe(2);
        var found = await drafting.Server.Api("POST", "drafts", """{"filter":{"name":{"$gt":"Alpha"},"description":null},"projection":{"name":1}}""");
        found.Json.GetArrayLength().ShouldBe(1, found.Text);
        found.Json[0].EnumerateObject().Select(member => member.Name).ShouldBe(["name", "_links"]);

        var wrong = await drafting.Server.Api("POST", "drafts", """{"filter":{"tags":"x","$or":[]},"projection":{"size":1,"name":2}}""");
        wrong.Status.ShouldBe(400);
        wrong.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("jsonBody").GetString())
            .ShouldBe(["$.filter.tags", "$.filter.$or", "$.projection.size", "$.projection.name"], ignoreOrder: true);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_new_draft_is_told_at_once()
    {
        await using var drafting = await Drafting.StartAsync();
        var wrong = await drafting.Server.Api("POST", $"{Drafting.Own}/drafts", """{"datasetId":"x","name":" ","tags":["a","a"],"layers":[]}""");
        wrong.Status.ShouldBe(400);
        wrong.Codes.Order().ShouldBe(["400903", "400905", "400906", "400907"]);
        var unknown = await drafting.Server.Api("POST", $"{Drafting.Own}/drafts", $$"""{"datasetId":"{{Guid.NewGuid()}}","name":"A"}""");
        unknown.Codes.ShouldBe(["404901"]);
        (await drafting.Server.Api("PATCH", $"{Drafting.Own}/drafts/{Guid.NewGuid()}", """{"name":"A"}""")).Codes.ShouldBe(["404902"]);
        (await drafting.Server.Api("GET", $"{Drafting.Own}/drafts/xyz/changes")).Codes.ShouldBe(["400603"]);
    }

    [Fact]
    public async Task A_draft_is_there_for_whom_made_it_and_for_admins_and_for_nobody_else()
    {
        await using var drafting = await Drafting.StartAsync();
        await drafting.Server.AddUserAsync("ann@example.com");
        await drafting.Server.AddUserAsync("joe@example.com");
        await drafting.Share();
        var ann = await drafting.Server.TokenFor("ann@example.com");
        var joe = await drafting.Server.TokenFor("joe@example.com");
        var id = await drafting.Create("Ann's", ann);

        foreach (var (token, status) in new[] { (ann, 200), (drafting.Server.Token, 200), (joe, 404) })
        {
            (await drafting.Server.Api("GET", $"drafts/{id}", token: token)).Status.ShouldBe(status);
            (await drafting.Server.Api("GET", $"{Drafting.Own}/drafts/{id}/items", token: token)).Status.ShouldBe(status);
            (await drafting.Server.Api("GET", $"{Drafting.Own}/drafts/{id}/changes", token: token)).Status.ShouldBe(status);
            (await drafting.Server.Api("PUT", $"{Drafting.Own}/drafts/{id}/items", "[]", token)).Status.ShouldBe(status);
            (await drafting.Server.Api("POST", $"{Drafting.Own}/drafts/{id}/compare", "{}", token)).Status.ShouldBe(status);
            (await drafting.Server.Api("POST", "drafts/clear", $$"""{{{Drafting.Layers(id)}}}""", token)).Status.ShouldBe(status);
            (await drafting.Server.Api("GET", "drafts", token: token)).Json.GetArrayLength().ShouldBe(status == 200 ? 1 : 0);
            (await drafting.Server.Api("POST", "drafts/actions", $$"""{{{Drafting.Layers(id)}}}""", token)).Status.ShouldBe(status == 200 ? 202 : 404);
            (await drafting.Server.Api("POST", $"datasets/{drafting.Staff.DatasetId}/drafts/apply", $$"""{{{Drafting.Layers(id)}}}""", token))
                .Status.ShouldBe(status == 200 ? 202 : 404);
            (await drafting.Server.Api("POST", $"datasets/{drafting.Staff.DatasetId}/export", $$$"""{"dataset":{"drafts":[{"draftId":"{{{id}}}"}]}}""", token))
                .Status.ShouldBe(status == 200 ? 202 : 404);
        }
    }
}
