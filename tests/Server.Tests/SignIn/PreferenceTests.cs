using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.SignIn;

public sealed class PreferenceTests
{
    [Fact]
    public async Task Preferences_are_kept_for_each_person()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPersonAsync(People.Ann);
        await server.AddPersonAsync("bob@example.com");
        using var browser = await server.BrowserOfAsync(People.Ann);
        using var bob = await server.BrowserOfAsync("bob@example.com");
        (await browser.OwnAsync("GET", "me/preferences")).Text.ShouldBe("{}");

        const string Liked = """{"theme":"dark","columns":{"a":[1,2.5,null]},"locale":"de-CH","ü":"</script>"}""";
        var saved = await browser.OwnAsync("PUT", "me/preferences", Liked);
        (saved.Status, saved.Text).ShouldBe((200, Liked));
        await server.RestartAsync();
        var read = await browser.OwnAsync("GET", "me/preferences");
        (read.Status, read.Text).ShouldBe((200, Liked));
        read.ContentHeaders.ContentType!.ToString().ShouldBe("application/json; charset=UTF-8");
        (await browser.OwnAsync("GET", "session")).Json.GetProperty("locale").GetString().ShouldBe("de-CH");
        (await bob.OwnAsync("GET", "me/preferences")).Text.ShouldBe("{}");
        (await bob.GetAsync("/api/espalier/v1/session", "Accept-Language: fr-CA, en;q=0.5")).Json.GetProperty("locale").GetString().ShouldBe("fr-CA");
        (await bob.GetAsync("/api/espalier/v1/session", "Accept-Language: *")).Json.GetProperty("locale").GetString().ShouldBe("en");
    }

    [Fact]
    public async Task Preferences_are_an_object_of_64_kB_at_most()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPersonAsync(People.Ann);
        using var browser = await server.BrowserOfAsync(People.Ann);
        (await browser.OwnAsync("PUT", "me/preferences", "[]")).ShouldBe(400, "400903");
        (await browser.OwnAsync("PUT", "me/preferences", "{")).ShouldBe(400, "400901");
        (await browser.OwnAsync("PUT", "me/preferences", $$"""{"a":"{{new string('x', 65_528)}}"}""")).Status.ShouldBe(200);
        (await browser.OwnAsync("PUT", "me/preferences", $$"""{"a":"{{new string('x', 65_529)}}"}""")).ShouldBe(413, "41390");
    }
}
