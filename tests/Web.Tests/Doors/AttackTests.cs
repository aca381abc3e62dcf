using Espalier.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Espalier.Web.Tests.Doors;

/// <summary>What others' pages and links try on the browser of somebody who is signed in.</summary>
public sealed class AttackTests(Chromium chromium, Furnished furnished)
{
    const string Evil = "http://evil.example";

    [Theory]
    [InlineData("form", "tokens", """<form method=post action="{0}" enctype="text/plain"><input name='{"name":"stolen","x":"' value='"}'></form><script>document.forms[0].submit()</script>""")]
    [InlineData("fetch", "tokens", """<script>fetch("{0}",{method:"POST",credentials:"include",mode:"no-cors",headers:{"Content-Type":"text/plain"},body:'{"name":"stolen"}'}).finally(()=>document.title="done")</script>""")]
    [InlineData("cors", "tokens", """<script>fetch("{0}",{method:"POST",credentials:"include",headers:{"Content-Type":"application/json","X-Espalier-CSRF":"guess"},body:'{"name":"stolen"}'}).finally(()=>document.title="done")</script>""")]
    [InlineData("sign out", "session", """<script>fetch("{0}",{method:"DELETE",credentials:"include"}).finally(()=>document.title="done")</script>""")]
    public async Task A_page_of_others_cannot_act_in_the_name_of_who_is_signed_in(string way, string path, string html)
    {
        var at = await furnished.AtAsync();
        await using var visit = await SignedInAsync(at);
        var answers = new List<int>();
        visit.Context.Response += (_, response) =>
        {
            if (response.Url.EndsWith($"/api/espalier/v1/{path}", StringComparison.Ordinal) && response.Request.Method is not "GET" && response.Request.Headers.GetValueOrDefault("referer") != at.Url)
                answers.Add(response.Status);
        };
        var page = await EvilPageAsync(visit, html.Replace("{0}", $"{at.Url}/api/espalier/v1/{path}", StringComparison.Ordinal));
        if (way == "form")
            await page.WaitForURLAsync($"{at.Url}/**");
        else
            await page.WaitForFunctionAsync("document.title === 'done'");

        answers.ShouldAllBe(status => status >= 400);
        // Still signed in, and nothing was made.
        await visit.GoAsync("/tokens");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "API tokens" })).ToBeVisibleAsync();
        await visit.SettledAsync();
        (await visit.SeenAsync()).ShouldNotContain("stolen");
    }

    [Fact]
    public async Task Answers_cannot_be_read_by_pages_of_others()
    {
        var at = await furnished.AtAsync();
        await using var visit = await SignedInAsync(at);
        var page = await EvilPageAsync(visit, $$"""
            <script>fetch("{{at.Url}}/api/espalier/v1/session",{credentials:"include"}).then(r=>r.text()).then(t=>document.title="read "+t,()=>document.title="refused")</script>
            """);
        await page.WaitForFunctionAsync("document.title !== ''");
        (await page.TitleAsync()).ShouldBe("refused");
    }

    [Theory]
    [InlineData("/tokens")]
    [InlineData("/sign-in")]
    [InlineData("/app/docs")]
    [InlineData("/app/configui?tenantId=DEMO&page=/users")]
    public async Task No_page_can_be_framed(string route)
    {
        var at = await furnished.AtAsync();
        await using var visit = await SignedInAsync(at);
        var page = await EvilPageAsync(visit, $"""<iframe src="{at.Url}{route}" onload="document.title='loaded'"></iframe>""");
        await page.WaitForFunctionAsync("document.title === 'loaded'");
        page.Frames.Count.ShouldBe(2);
        page.Frames[1].Url.ShouldStartWith("chrome-error:");
    }

    [Fact]
    public async Task A_session_that_was_planted_before_signing_in_is_not_the_one_that_comes_of_it()
    {
        var at = await furnished.AtAsync();
        string planted;
        await using (var attacker = await SignedInAsync(at))
            planted = await CookieAsync(attacker);

        await using var victim = await Visit.BeginAsync(chromium, at);
        await victim.Context.AddCookiesAsync([new() { Name = "espalier", Value = "0123456789012345678901234567890123456789012", Url = at.Url }]);
        await victim.SignInAsync(await furnished.AdminAsync());
        (await CookieAsync(victim)).ShouldNotBe("0123456789012345678901234567890123456789012");

        // A real one of the attacker's is left behind by signing in as well.
        await using var second = await Visit.BeginAsync(chromium, at);
        await second.Context.AddCookiesAsync([new() { Name = "espalier", Value = planted, Url = at.Url }]);
        await second.Page.GotoAsync("/tokens");
        (await second.Page.EvaluateAsync<int>(
            "person => fetch('/api/espalier/v1/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(person) }).then(answer => answer.status)",
            new { email = Furnished.Reader, password = Installation.Password })).ShouldBe(200);
        (await CookieAsync(second)).ShouldNotBe(planted);
    }

    [Theory]
    [InlineData("http://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("https:evil.example")]
    [InlineData("\t//evil.example/")]
    [InlineData("javascript:document.title='evil'")]
    [InlineData("/api/espalier/v1/../../..//evil.example")]
    public async Task Signing_in_leads_nowhere_else(string next)
    {
        var at = await furnished.AtAsync();
        await using var visit = await Visit.BeginAsync(chromium, at);
        var hosts = new HashSet<string>();
        visit.Page.Request += (_, request) => hosts.Add(new Uri(request.Url).Host);
        await visit.Page.GotoAsync($"/sign-in?next={Uri.EscapeDataString(next)}");
        await visit.SignInFormAsync(await furnished.AdminAsync(), Installation.Password);
        await Expect(visit.Page.GetByLabel("Password")).ToHaveCountAsync(0);
        await visit.SettledAsync();
        visit.Page.Url.ShouldStartWith(at.Url);
        hosts.ShouldBe(["127.0.0.1"]);
        (await visit.Page.TitleAsync()).ShouldNotBe("evil");
    }

    [Fact]
    public async Task Names_that_are_markup_are_text_and_what_gets_in_all_the_same_does_not_run()
    {
        var at = await furnished.AtAsync();
        const string Name = "<img src=x onerror=\"document.title='evil'\"><script>document.title='evil'</script>";
        var made = await at.AskAsync("POST", "v1/DEMO/datasets", new { name = Name, type = "PEOPLE", autoId = "id", labelId = "id", properties = new[] { new { key = "id", name = Name, type = "text", description = Name } } });
        await using var visit = await SignedInAsync(at);
        var id = made.GetProperty("datasetId").GetString();
        foreach (var route in new[] { "/app/workspace", $"/app/configui?tenantId=DEMO&page=/data/datasets/{id}", $"/app/configui?tenantId=DEMO&page=/data/datasets/{id}/properties" })
        {
            await visit.GoAsync(route);
            await visit.SettledAsync();
            await Expect(visit.Page.GetByText(Name).First).ToBeVisibleAsync();
            (await visit.Page.TitleAsync()).ShouldNotBe("evil");
        }
        visit.Wrong.ShouldBeEmpty();

        await visit.Page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', \"<img src='data:,x' onerror=\\\"document.title='evil'\\\">\")");
        await visit.Page.EvaluateAsync("document.body.append(Object.assign(document.createElement('script'), { textContent: \"document.title = 'evil'\" }))");
        await Expect(visit.Page).Not.ToHaveTitleAsync("evil");
        visit.Wrong.ShouldContain(said => said.Contains("Content Security Policy", StringComparison.Ordinal));
        await at.AskAsync("DELETE", $"espalier/v1/DEMO/datasets/{id}");
    }

    async Task<Visit> SignedInAsync(Installation at) => await (await Visit.BeginAsync(chromium, at)).SignInAsync(await furnished.AdminAsync());

    static async Task<IPage> EvilPageAsync(Visit visit, string html)
    {
        await visit.Context.RouteAsync(Evil + "/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = $"<!doctype html><title></title>{html}" }));
        var page = await visit.Context.NewPageAsync();
        await page.GotoAsync(Evil + "/", new() { WaitUntil = WaitUntilState.Commit });
        return page;
    }

    static async Task<string> CookieAsync(Visit visit) => (await visit.Context.CookiesAsync()).Single(cookie => cookie.Name == "espalier").Value;
}
