using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Drafts;

/// <summary>A draft shows and takes no more than its reader sees of the dataset.</summary>
public sealed class DraftRightsTests
{
    const string Narrowing = """
        ,"properties":[{"key":"salary","default":"hidden"},{"key":"fullName","default":"read"}],
         "rows":[{"groups":["user"],"filter":{"location":"Leeds"},"level":"read"}]
        """;

    [Fact]
    public async Task A_reader_may_change_in_a_draft_what_may_be_seen_and_nothing_else()
    {
        await using var drafting = await Drafting.StartAsync();
        await drafting.Server.AddUserAsync("ann@example.com");
        await drafting.Share("read", Narrowing);
        var ann = await drafting.Server.TokenFor("ann@example.com");
        var draft = await drafting.Create("Ann's", ann);
        var items = $"{Drafting.Own}/drafts/{draft}/items";

        (await drafting.Server.Api("PUT", $"{items}?autoId=true", """[{"_action":"update","employeeID":2,"fullName":"Rob"}]""", ann)).Status.ShouldBe(200);
        (await drafting.Server.Api("PUT", $"{items}?autoId=true", """[{"_action":"create","employeeID":5,"location":"Leeds"}]""", ann)).Status.ShouldBe(200);
        (await drafting.Server.Api("PUT", $"{items}?autoId=true", """[{"_action":"update","employeeID":1,"fullName":"X"}]""", ann)).Codes.ShouldBe(["400912"]);
        (await drafting.Server.Api("PUT", $"{items}?autoId=true", """[{"_action":"update","employeeID":2,"salary":1}]""", ann)).Codes.ShouldBe(["400909"]);
        (await drafting.Server.Api("PUT", $"{items}?autoId=true&implicitDelete=true", """[{"_action":"noop","employeeID":5}]""", ann)).Status.ShouldBe(200);
        (await drafting.Items(draft, "fullName")).ShouldBe("1:Ana 3:Caz 5:-");
        (await drafting.Server.Api("POST", $"datasets/{drafting.Staff.DatasetId}/drafts/apply", $$"""{{{Drafting.Layers(draft)}}}""", ann)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task No_answer_about_a_draft_holds_what_its_reader_may_not_see()
    {
        await using var drafting = await Drafting.StartAsync();
        await drafting.Server.AddUserAsync("ann@example.com");
        await drafting.Share("read", Narrowing);
        var ann = await drafting.Server.TokenFor("ann@example.com");
        var draft = await drafting.Create("Ann's", ann);
        // An admin works in the same draft: on hidden cells, and on hidden items, one of which comes into sight by it.
        await drafting.Write(draft, """
            [{"_action":"update","employeeID":2,"salary":777001,"dob":"1999-01-01"},
             {"_action":"update","employeeID":1,"location":"Leeds","dob":"1977-07-07"},
             {"_action":"create","employeeID":6,"fullName":"Secret777","location":"London"},
             {"_action":"create","employeeID":7,"fullName":"Open","location":"Leeds","salary":777002},
             {"_action":"delete","employeeID":3}]
            """);
        var answers = new List<string>();
        foreach (var (method, path, body) in new (string, string, string?)[]
        {
            ("GET", $"{Drafting.Own}/drafts/{draft}/items", null),
            ("GET", $"{Drafting.Own}/drafts/{draft}/changes", null),
            ("POST", $"{Drafting.Own}/drafts/{draft}/compare", """{"groupBy":"fullName","measures":[{"op":"count"},{"op":"max","key":"dob"}]}"""),
            ("POST", $"{Drafting.Own}/drafts/{draft}/compare", """{"measures":[{"op":"sum","key":"salary"}]}"""),
            ("POST", "drafts/clear", $$$"""{{{{Drafting.Layers(draft)}}},"filter":{"salary":777001}}"""),
        })
            answers.Add((await drafting.Server.Api(method, path, body, ann)).Text);
        foreach (var (path, body) in new[]
        {
            ("drafts/actions", $$"""{{{Drafting.Layers(draft)}}}"""),
            ($"datasets/{drafting.Staff.DatasetId}/export/csv", $$$"""{"dataset":{"drafts":[{"draftId":"{{{draft}}}"}]}}"""),
        })
        {
            var ticket = await drafting.Staff.Ended(await drafting.Server.Api("POST", path, body, ann));
            ticket.GetProperty("jobStatus").GetString().ShouldBe("completed", ticket.ToString());
            answers.Add((await drafting.Staff.Result(ticket)).Text);
        }
        foreach (var answer in answers)
        {
            answer.ShouldNotContain("777", Case.Sensitive);
            answer.ShouldNotContain("Ana", Case.Sensitive);
            answer.ShouldNotContain("Caz", Case.Sensitive);
            answer.ShouldNotContain("1977", Case.Sensitive);
        }
        answers[0].ShouldContain("1999-01-01");
        answers[0].ShouldContain("Open");
        answers[1].ShouldContain("1999-01-01");
        answers[3].ShouldContain("400909");
        answers[4].ShouldContain("400909");
        answers[5].ShouldContain("1999-01-01");
        answers[6].ShouldContain("updated");
    }

    [Fact]
    public async Task Who_manages_the_dataset_sees_the_drafts_of_others()
    {
        await using var drafting = await Drafting.StartAsync();
        await drafting.Server.AddUserAsync("ann@example.com");
        await drafting.Server.AddUserAsync("joe@example.com");
        await drafting.Share("manage");
        var ann = await drafting.Server.TokenFor("ann@example.com");
        var joe = await drafting.Server.TokenFor("joe@example.com");
        var draft = await drafting.Create("Ann's", ann);
        (await drafting.Server.Api("GET", $"drafts/{draft}", token: joe)).Status.ShouldBe(200);
        await drafting.Share("modify");
        (await drafting.Server.Api("GET", $"drafts/{draft}", token: joe)).Status.ShouldBe(404);
        (await drafting.Server.Api("GET", $"drafts/{draft}", token: ann)).Status.ShouldBe(200);
    }
}
