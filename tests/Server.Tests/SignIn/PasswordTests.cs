using System.Diagnostics;
using System.Globalization;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.SignIn;

/// <summary>Passwords: which ones, and how guessing is slowed down.</summary>
public sealed class PasswordTests
{
    [Theory]
    [InlineData("correct horse battery", true)]
    [InlineData("Ünïcödé pässwört", true)]
    [InlineData("tr0ub4dor&3x", true)]
    [InlineData("elevenchars", false)]
    [InlineData("qwerty123456", false)]
    [InlineData("QWERTY123456", false)]
    [InlineData("administrator", false)]
    [InlineData("Password1234!", false)]
    [InlineData("welcome-20262026", false)]
    [InlineData("aaaaaaaaaaaaaaaa", false)]
    [InlineData("xk7-xk7-xk7-", false)]
    [InlineData("9876543210987", false)]
    [InlineData("qwertzuiopasdfghjkl", false)]
    [InlineData("ann.example1", false)]
    [InlineData("ann.example@example.com", false)]
    public void Short_common_and_regular_passwords_are_refused(string password, bool isGood) =>
        (PasswordRules.Problem(password, "Ann.Example@example.com") is null).ShouldBe(isGood);

    [Fact]
    public void A_password_may_not_be_endless() => PasswordRules.Problem(string.Concat(Enumerable.Range(0, 100).Select(i => $"{i:x3}")), "").ShouldNotBeNull();

    [Fact]
    public void A_hash_tells_right_from_wrong_and_is_another_one_each_time()
    {
        var hash = PasswordHash.Make("one");
        PasswordHash.Verify("one", hash).ShouldBeTrue();
        PasswordHash.Verify("two", hash).ShouldBeFalse();
        PasswordHash.Make("one").ShouldNotBe(hash);
        PasswordHash.IsOld(hash).ShouldBeFalse();
        hash.ShouldStartWith("pbkdf2-sha512$210000$");
        // Known answer: PBKDF2-HMAC-SHA512, 1 round, "password", "salt".
        var known = Convert.ToBase64String(Convert.FromHexString("867F70CF1ADE02CFF3752599A3A53DC4AF34C7A669815AE5D513554E1C8CF252"));
        PasswordHash.Verify("password", $"pbkdf2-sha512$1${Convert.ToBase64String("salt"u8)}${known}").ShouldBeTrue();
    }

    [Fact]
    public async Task An_unknown_account_answers_as_a_wrong_password_does_and_takes_as_long()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPersonAsync(People.Ann);
        await server.AddUserAsync("tokens.only@example.com");
        using var browser = new Browser(server.Url);
        (await browser.SignInAsync(People.Ann, People.Password)).Status.ShouldBe(200);

        var answers = new Dictionary<string, (string Text, double Fastest)>();
        foreach (var email in new[] { People.Ann, "nobody@example.com", "tokens.only@example.com", "no address" })
        {
            var fastest = double.MaxValue;
            for (var i = 0; i < 3; i++)
            {
                var watch = Stopwatch.StartNew();
                var answer = await browser.SignInAsync(email, "a wrong password");
                fastest = Math.Min(fastest, watch.Elapsed.TotalMilliseconds);
                answer.ShouldBe(401, "40191");
                answers[email] = (answer.Text, fastest);
            }
        }
        answers.Values.Select(answer => answer.Text).Distinct().Count().ShouldBe(1);
        var slowest = answers.Values.Max(answer => answer.Fastest);
        answers.Values.ShouldAllBe(answer => answer.Fastest > slowest / 3);
    }

    [Fact]
    public async Task Ten_failures_make_one_wait_and_longer_each_time_but_not_others()
    {
        await using var server = await TestServer.StartAsync("Proxies:Known:0=127.0.0.1");
        await server.AddPersonAsync(People.Ann);
        await server.AddPersonAsync("bob@example.com");
        using var browser = new Browser(server.Url);
        for (var i = 0; i < 10; i++)
            (await browser.SignInAsync(People.Ann, "a wrong password")).ShouldBe(401, "40191");

        var refused = await browser.SignInAsync("ANN@example.com", People.Password);
        refused.ShouldBe(429, "42990");
        Wait(refused).ShouldBeInRange(30, 60);
        (await browser.SignInAsync("bob@example.com", People.Password)).Status.ShouldBe(200);
        (await browser.SendAsync("POST", "/api/espalier/v1/session", new { email = People.Ann, password = People.Password }, "X-Forwarded-For: 203.0.113.7"))
            .Status.ShouldBe(200);

        server.Time.Advance(TimeSpan.FromSeconds(61));
        (await browser.SignInAsync(People.Ann, "a wrong password")).ShouldBe(401, "40191");
        refused = await browser.SignInAsync(People.Ann, People.Password);
        refused.ShouldBe(429, "42990");
        Wait(refused).ShouldBeInRange(61, 120);
        server.Time.Advance(TimeSpan.FromSeconds(121));
        (await browser.SignInAsync(People.Ann, People.Password)).Status.ShouldBe(200);
        for (var i = 0; i < 10; i++)
            (await browser.SignInAsync(People.Ann, "a wrong password")).ShouldBe(401, "40191");
    }

    [Fact]
    public async Task Tries_side_by_side_do_not_slip_through()
    {
        await using var server = await TestServer.StartAsync();
        using var browser = new Browser(server.Url);
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => browser.SignInAsync("nobody@example.com", "a wrong password")));
        answers.Count(answer => answer.Status == 401).ShouldBe(10);
        answers.Count(answer => answer.Status == 429).ShouldBe(6);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_sign_in_is_told_at_once()
    {
        await using var server = await TestServer.StartAsync();
        using var browser = new Browser(server.Url);
        (await browser.OwnAsync("POST", "session", """{"email":1,"pass":""}""")).Codes.ShouldBe(["400905", "400903", "400902"], ignoreOrder: true);
        (await browser.OwnAsync("POST", "session", "[]")).ShouldBe(400, "400903");
        (await browser.OwnAsync("POST", "session", "{")).ShouldBe(400, "400901");
        (await browser.OwnAsync("POST", "session")).Status.ShouldBe(400);
        (await browser.OwnAsync("POST", "session", new { email = People.Ann, password = new string('x', 50_000) })).ShouldBe(401, "40191");
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions_and_renews_this_one()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPersonAsync(People.Ann);
        using var here = await server.BrowserOfAsync(People.Ann);
        using var there = await server.BrowserOfAsync(People.Ann);
        (await here.OwnAsync("POST", "password", new { password = "a wrong password", newPassword = People.Other })).ShouldBe(401, "40191");
        var weak = await here.OwnAsync("POST", "password", new { password = People.Password, newPassword = "short" });
        weak.ShouldBe(400, "400950");
        weak.Json.GetProperty("errors")[0].GetProperty("jsonBody").GetString().ShouldBe("$.newPassword");
        var (cookie, csrf) = (here.Cookie, here.Csrf);

        var changed = await here.OwnAsync("POST", "password", new { password = People.Password, newPassword = People.Other });

        changed.Status.ShouldBe(200, changed.Text);
        here.Cookie.ShouldNotBe(cookie);
        changed.Json.GetProperty("csrf").GetString().ShouldNotBe(csrf);
        (await here.OwnAsync("GET", "session")).Status.ShouldBe(200);
        (await there.OwnAsync("GET", "session")).ShouldBe(401, "40190");
        (await there.SignInAsync(People.Ann, People.Password)).ShouldBe(401, "40191");
        (await there.SignInAsync(People.Ann, People.Other)).Status.ShouldBe(200);
    }

    static int Wait(Answer answer) => int.Parse(answer.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture);
}
