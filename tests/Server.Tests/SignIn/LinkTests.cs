using Espalier.Server.Access;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.SignIn;

/// <summary>Invitations and resets.</summary>
public sealed class LinkTests : IAsyncLifetime
{
    TestServer _server = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        await _server.AddUserAsync(People.Ann);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_invitation_sets_a_first_password_once()
    {
        var made = await _server.Own("POST", $"users/{People.Ann}/invitation");
        made.Status.ShouldBe(201, made.Text);
        made.Json.GetProperty("kind").GetString().ShouldBe("invitation");
        made.Json.GetProperty("url").GetString()!.ShouldStartWith($"{_server.Url}/invite#code=");
        var code = Code(made);
        using var browser = new Browser(_server.Url);

        var facts = (await browser.OwnAsync("POST", "invitations/look", new { code })).Json;
        facts.GetProperty("kind").GetString().ShouldBe("invitation");
        facts.GetProperty("email").GetString().ShouldBe(People.Ann);
        facts.GetProperty("tenant").GetProperty("id").GetString().ShouldBe("T1");
        facts.GetProperty("needsTotp").GetBoolean().ShouldBeFalse();

        var weak = await browser.OwnAsync("POST", "invitations/accept", new { code, password = "password1234" });
        weak.ShouldBe(400, "400950");
        weak.Json.GetProperty("errors")[0].GetProperty("jsonBody").GetString().ShouldBe("$.password");
        var accepted = await browser.OwnAsync("POST", "invitations/accept", new { code, password = People.Password });
        accepted.Status.ShouldBe(200, accepted.Text);
        (await browser.OwnAsync("GET", "session")).Status.ShouldBe(200);

        using var second = new Browser(_server.Url);
        foreach (var path in new[] { "invitations/accept", "password/reset" })
            (await second.OwnAsync("POST", path, new { code, password = People.Other })).ShouldBe(403, "40396");
        (await second.OwnAsync("POST", "invitations/look", new { code })).ShouldBe(403, "40396");
        (await second.SignInAsync(People.Ann, People.Other)).ShouldBe(401, "40191");
        (await second.SignInAsync(People.Ann, People.Password)).Status.ShouldBe(200);
        (await _server.Own("POST", $"users/{People.Ann}/invitation")).ShouldBe(409, "409950");
    }

    [Fact]
    public async Task A_link_used_by_two_at_once_is_good_for_one()
    {
        var code = Code(await _server.Own("POST", $"users/{People.Ann}/invitation"));
        using var browser = new Browser(_server.Url);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => browser.OwnAsync("POST", "invitations/accept", new { code, password = $"{People.Password} {i}" })));
        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Count(answer => answer.Status == 403).ShouldBe(3);
    }

    [Fact]
    public async Task A_link_is_good_for_seven_days_and_until_the_next_one()
    {
        var first = Code(await _server.Own("POST", $"users/{People.Ann}/invitation"));
        var second = Code(await _server.Own("POST", $"users/{People.Ann}/invitation"));
        using var browser = new Browser(_server.Url);
        (await browser.OwnAsync("POST", "invitations/look", new { code = first })).ShouldBe(403, "40396");
        (await browser.OwnAsync("POST", "invitations/look", new { code = "nonsense" })).ShouldBe(403, "40396");
        _server.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        (await browser.OwnAsync("POST", "invitations/look", new { code = second })).Status.ShouldBe(200);
        _server.Time.Advance(TimeSpan.FromMinutes(2));
        (await browser.OwnAsync("POST", "invitations/accept", new { code = second, password = People.Password })).ShouldBe(403, "40396");
    }

    [Fact]
    public async Task A_reset_ends_all_sessions_and_asks_the_authenticator_app_unless_it_is_lost()
    {
        await _server.SetPasswordAsync(People.Ann);
        using var before = await _server.BrowserOfAsync(People.Ann);
        var secret = TotpTests.Decode((await before.OwnAsync("POST", "me/totp", new { password = People.Password })).Json.GetProperty("secret").GetString()!);
        (await before.OwnAsync("POST", "me/totp/confirm", new { totp = TotpTests.Code(_server, secret) })).Status.ShouldBe(204);
        _server.Time.Advance(TimeSpan.FromSeconds(30));

        var code = Code(await _server.Own("POST", $"users/{People.Ann}/password-reset"));
        using var browser = new Browser(_server.Url);
        (await browser.OwnAsync("POST", "invitations/look", new { code })).Json.GetProperty("needsTotp").GetBoolean().ShouldBeTrue();
        (await browser.OwnAsync("POST", "password/reset", new { code, password = People.Other })).ShouldBe(401, "40192");
        (await browser.OwnAsync("POST", "password/reset", new { code, password = People.Other, totp = "000000" })).ShouldBe(401, "40193");
        (await before.OwnAsync("GET", "session")).Status.ShouldBe(200);
        (await browser.OwnAsync("POST", "password/reset", new { code, password = People.Other, totp = TotpTests.Code(_server, secret) })).Status.ShouldBe(200);
        (await before.OwnAsync("GET", "session")).ShouldBe(401, "40190");

        code = Code(await _server.Own("POST", $"users/{People.Ann}/password-reset", """{"removeTotp":true}"""));
        (await browser.OwnAsync("POST", "password/reset", new { code, password = People.Password })).Status.ShouldBe(200);
        (await before.SignInAsync(People.Ann, People.Password)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Only_admins_of_all_of_a_persons_tenants_make_links_for_them()
    {
        await _server.AddTenantAsync("T2", new Account("T2", Guid.NewGuid(), "bob@example.com", Role.Admin) { TokenAccess = true });
        await _server.AddUserAsync("bob@example.com");
        var ann = await _server.TokenFor(People.Ann);

        (await _server.Own("POST", $"users/{People.Ann}/invitation", null, ann)).ShouldBe(403, "403905");
        (await _server.Own("POST", "users/nobody@example.com/invitation")).ShouldBe(404, "404906");
        (await _server.Own("POST", "users/bob@example.com/invitation")).ShouldBe(403, "403950");
        (await _server.Own("POST", "users/bob@example.com/password-reset")).ShouldBe(403, "403950");
        (await _server.Own("POST", $"users/{People.Ann}/password-reset", """{"removeTotp":1,"x":2}""")).Codes.ShouldBe(["400903", "400905"], ignoreOrder: true);

        // A link is not worth more than its maker when it is used, either.
        var code = Code(await _server.Own("POST", $"users/{People.Ann}/invitation"));
        (await _server.Get<IUserStore>().AddAsync(new Account("T2", Guid.NewGuid(), People.Ann, Role.Admin), Ct)).ShouldBeTrue();
        using var browser = new Browser(_server.Url);
        (await browser.OwnAsync("POST", "invitations/accept", new { code, password = People.Password })).ShouldBe(403, "40396");

        await _server.Get<ICredentialStore>().SetInstallationAdminAsync(TestServer.Admin, Ct);
        (await browser.OwnAsync("POST", "invitations/accept", new { code, password = People.Password })).Status.ShouldBe(200);
        (await _server.Own("POST", "users/bob@example.com/invitation")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_link_lets_nobody_in_whose_account_is_closed()
    {
        var code = Code(await _server.Own("POST", $"users/{People.Ann}/invitation"));
        (await _server.Own("PUT", $"users/{People.Ann}", """{"enabled":false}""")).Status.ShouldBe(200);
        using var browser = new Browser(_server.Url);
        (await browser.OwnAsync("POST", "invitations/accept", new { code, password = People.Password })).ShouldBe(403, "40322");
        (await _server.Own("DELETE", $"users/{People.Ann}")).Status.ShouldBe(204);
        (await browser.OwnAsync("POST", "invitations/accept", new { code, password = People.Password })).ShouldBe(403, "40396");
    }

    static string Code(Answer made) => made.Json.GetProperty("url").GetString()!.Split("#code=")[1];
}
