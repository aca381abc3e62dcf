using System.Text;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.SignIn;

/// <summary>One-time codes beside the password.</summary>
public sealed class TotpTests
{
    /// <summary>RFC 6238, appendix B, SHA-1.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_standard(long at, string code)
    {
        var secret = "12345678901234567890"u8;
        Totp.Code(secret, Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(at)), digits: 8).ShouldBe(code);
        Totp.Code(secret, Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(at))).ShouldBe(code[2..]);
    }

    /// <summary>RFC 4648, section 10, without padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secrets_are_printed_in_base_32(string text, string printed) => Totp.Print(Encoding.ASCII.GetBytes(text)).ShouldBe(printed);

    [Fact]
    public void A_code_is_good_for_its_step_and_the_one_before_and_after()
    {
        var secret = "12345678901234567890"u8;
        var now = DateTimeOffset.FromUnixTimeSeconds(1_000_000);
        for (var step = -2; step <= 2; step++)
        {
            var code = Totp.Code(secret, Totp.StepOf(now) + step);
            Totp.StepOf(secret, code, now).ShouldBe(Math.Abs(step) < 2 ? Totp.StepOf(now) + step : null);
            Totp.StepOf(secret, $"{code[..3]} {code[3..]}", now).ShouldBe(Math.Abs(step) < 2 ? Totp.StepOf(now) + step : null);
        }
        Totp.StepOf(secret, "", now).ShouldBeNull();
        Totp.StepOf(secret, "12345é", now).ShouldBeNull();
    }

    [Fact]
    public async Task Codes_are_asked_for_from_the_confirmation_on_and_each_is_good_once()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPersonAsync(People.Ann);
        using var browser = await server.BrowserOfAsync(People.Ann);
        (await browser.OwnAsync("POST", "me/totp", new { password = "a wrong password" })).ShouldBe(401, "40191");
        (await browser.OwnAsync("POST", "me/totp/confirm", new { totp = "123456" })).ShouldBe(401, "40193");
        var enrolled = (await browser.OwnAsync("POST", "me/totp", new { password = People.Password })).Json;
        var secret = Decode(enrolled.GetProperty("secret").GetString()!);
        enrolled.GetProperty("uri").GetString().ShouldBe($"otpauth://totp/Espalier:ann%40example.com?secret={enrolled.GetProperty("secret").GetString()}&issuer=Espalier");

        // Not on yet.
        using var other = await server.BrowserOfAsync(People.Ann);
        (await browser.OwnAsync("POST", "me/totp/confirm", new { totp = "1" })).ShouldBe(401, "40193");
        var used = Code(server, secret);
        (await browser.OwnAsync("POST", "me/totp/confirm", new { totp = used })).Status.ShouldBe(204);
        (await browser.OwnAsync("GET", "session")).Json.GetProperty("user").GetProperty("hasTotp").GetBoolean().ShouldBeTrue();

        (await other.SignInAsync(People.Ann, People.Password)).ShouldBe(401, "40192");
        (await other.SignInAsync(People.Ann, "a wrong password", Code(server, secret))).ShouldBe(401, "40191");
        (await other.SignInAsync(People.Ann, People.Password, used)).ShouldBe(401, "40193");      // used to confirm
        server.Time.Advance(TimeSpan.FromSeconds(30));
        used = Code(server, secret);
        (await other.SignInAsync(People.Ann, People.Password, used)).Status.ShouldBe(200);
        (await other.SignInAsync(People.Ann, People.Password, used)).ShouldBe(401, "40193");

        await server.RestartAsync();
        (await browser.OwnAsync("POST", "me/totp/disable", new { password = People.Password })).Status.ShouldBe(204);
        (await other.SignInAsync(People.Ann, People.Password)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Codes_cannot_be_tried_at_will()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPersonAsync(People.Ann);
        using var browser = await server.BrowserOfAsync(People.Ann);
        var secret = Decode((await browser.OwnAsync("POST", "me/totp", new { password = People.Password })).Json.GetProperty("secret").GetString()!);
        (await browser.OwnAsync("POST", "me/totp/confirm", new { totp = Code(server, secret) })).Status.ShouldBe(204);

        using var attacker = new Browser(server.Url);
        for (var i = 0; i < 10; i++)
            (await attacker.SignInAsync(People.Ann, People.Password, "000000")).ShouldBe(401, "40193");
        (await attacker.SignInAsync(People.Ann, People.Password, "000000")).ShouldBe(429, "42990");
    }

    public static string Code(TestServer server, byte[] secret) => Totp.Code(secret, Totp.StepOf(server.Time.GetUtcNow()));

    public static byte[] Decode(string base32)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var letter in base32)
        {
            (bits, count) = ((bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter), count + 5);
            if (count >= 8)
            {
                bytes.Add((byte)(bits >> (count - 8)));
                (bits, count) = (bits & ((1 << (count - 8)) - 1), count - 8);
            }
        }
        return [.. bytes];
    }
}
