using Espalier.Server.Commands;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Commands;

/// <summary>The commands, run in this process.</summary>
public sealed class CommandLineTests : IDisposable
{
    readonly TempFolder _temp = new();

    string Data => Path.Combine(_temp.Path, "data");

    [Fact]
    public async Task Every_command_explains_itself()
    {
        foreach (var command in new[]
                 {
                     "", "serve", "tenant", "tenant create", "tenant list", "tenant quota", "user", "user add", "user list", "token", "token create",
                     "token list", "token revoke",
                 })
        {
            var (code, output, error) = await RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
            code.ShouldBe(0);
            error.ShouldBeEmpty();
            output.ShouldContain("--data <DIR>");
        }
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("tenant")]
    [InlineData("tenant nonsense")]
    [InlineData("tenant create")]
    [InlineData("tenant create T1")]
    [InlineData("tenant create t2")]
    [InlineData("tenant create T2 extra")]
    [InlineData("tenant create T2 --nonsense")]
    [InlineData("tenant list --nonsense=1")]
    [InlineData("tenant create T2 --rps -1")]
    [InlineData("tenant quota")]
    [InlineData("tenant quota T2")]
    [InlineData("tenant quota T1 --per-day 0")]
    [InlineData("tenant quota T1 --per-day many")]
    [InlineData("tenant quota T1 --rps 10000000000")]
    [InlineData("tenant list --Some:Setting=1")]
    [InlineData("user add ann@example.com")]
    [InlineData("user add ann@example.com --tenant T9")]
    [InlineData("user add ann@example.com --tenant T1")]
    [InlineData("user add ANN@EXAMPLE.COM --tenant T1")]
    [InlineData("user add bob@example.com --tenant T1 --role boss")]
    [InlineData("user add bob --tenant T1")]
    [InlineData("user add b@o@b --tenant T1")]
    [InlineData("user list --tenant T9")]
    [InlineData("user list")]
    [InlineData("token create")]
    [InlineData("token create --user nobody@example.com")]
    [InlineData("token create --user nobody")]
    [InlineData("token create --user ann@example.com --start 2026-02-30")]
    [InlineData("token create --user ann@example.com --end tomorrow")]
    [InlineData("token create --user ann@example.com --start 2026-02-02 --end 2026-02-01")]
    [InlineData("token create --user ann@example.com --subnets 10.0.0.0/33")]
    [InlineData("token create --user ann@example.com --subnets 10.0.0.1,nonsense")]
    [InlineData("token create --user ann@example.com --subnets=")]
    [InlineData("token revoke")]
    [InlineData("token revoke nonsense")]
    [InlineData("serve --nonsense")]
    [InlineData("serve --nonsense=1")]
    [InlineData("serve extra")]
    [InlineData("serve --urls nonsense")]
    [InlineData("--urls ftp://127.0.0.1")]
    public async Task A_wrong_argument_gives_one_line_and_exit_code_2(string command)
    {
        await RunAsync("tenant", "create", "T1");
        await RunAsync("user", "add", "ann@example.com", "--tenant", "T1");

        var (code, output, error) = await RunAsync(command.Split(' '));
        code.ShouldBe(2, error);
        output.ShouldBeEmpty();
        error.ShouldStartWith("espalier: ");
        error.Count(c => c == '\n').ShouldBe(1, error);
        error.ShouldEndWith("\n");
    }

    [Fact]
    public async Task Tenants_and_users_are_listed_as_they_were_made()
    {
        (await RunAsync("tenant", "create", "T1", "--name", "First one")).ShouldBe((0, "", ""));
        (await RunAsync("tenant", "create", "T2", "--no-api-plan")).ShouldBe((0, "", ""));
        (await RunAsync("user", "add", "Ann@example.com", "--tenant", "T1", "--role", "admin", "--token-access")).ShouldBe((0, "", ""));
        (await RunAsync("user", "add", "bob@example.com", "--tenant", "T1")).ShouldBe((0, "", ""));

        Rows(await RunAsync("tenant", "list")).ShouldBe(
            [["ID", "API_PLAN", "ENABLED", "SUBNETS", "NAME"], ["T1", "yes", "yes", "-", "First", "one"], ["T2", "no", "yes", "-", "T2"]]);
        Rows(await RunAsync("user", "list", "--tenant", "T1"))[1..].ShouldBe(
            [["Ann@example.com", "admin", "yes", "yes", "-", "-"], ["bob@example.com", "user", "no", "yes", "-", "-"]]);
    }

    [Fact]
    public async Task A_tenants_limits_are_set_one_by_one_and_shown()
    {
        (await RunAsync("tenant", "create", "T1", "--rps", "20", "--per-day", "none")).ShouldBe((0, "", ""));
        Rows(await RunAsync("tenant", "quota", "T1")).ShouldBe([["PER_SECOND", "AT_ONCE", "PER_DAY", "TODAY"], ["20", "default", "none", "0"]]);

        Rows(await RunAsync("tenant", "quota", "T1", "--concurrency", "3", "--rps", "default"))[1].ShouldBe(["default", "3", "none", "0"]);
        Rows(await RunAsync("tenant", "quota", "T1"))[1].ShouldBe(["default", "3", "none", "0"]);
    }

    [Fact]
    public async Task A_token_is_printed_alone_and_listed_until_it_is_revoked()
    {
        await RunAsync("tenant", "create", "T1");
        await RunAsync("user", "add", "ann@example.com", "--tenant", "T1", "--token-access");
        await RunAsync("user", "add", "bob@example.com", "--tenant", "T1");

        var (code, jwt, error) = await RunAsync("token", "create", "--user", "ANN@example.com", "--subnets", "10.0.0.0/8, ::1");
        code.ShouldBe(0);
        error.ShouldBeEmpty();
        jwt.ShouldMatch(@"^[\w-]+\.[\w-]+\.[\w-]+\n$");

        (code, jwt, error) = await RunAsync("token", "create", "--user", "bob@example.com", "--start", "2020-01-01", "--end", "2020-01-01");
        code.ShouldBe(0);
        jwt.ShouldMatch(@"^[\w-]+\.[\w-]+\.[\w-]+\n$");
        error.ShouldContain("warning");

        var rows = Rows(await RunAsync("token", "list"));
        rows[1][1..3].ShouldBe(["ann@example.com", "active"]);
        rows[1][^2..].ShouldBe(["10.0.0.0/8,", "::1"]);
        rows[2][1..].ShouldBe(["bob@example.com", "expired", "2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z", "-", "-"]);

        (await RunAsync("token", "revoke", rows[1][0])).ShouldBe((0, "", ""));
        Rows(await RunAsync("token", "list"))[1][2].ShouldBe("revoked");
    }

    [Theory]
    [InlineData(null, null, "2026-05-05T12:00Z", "2027-05-05T12:00Z")]
    [InlineData("2026-01-01", null, "2026-01-01T00:00Z", "2027-05-05T12:00Z")]
    [InlineData("2030-01-01", null, "2030-01-01T00:00Z", "2031-01-01T00:00Z")]
    [InlineData(null, "2026-05-05", "2026-05-05T12:00Z", "2026-05-06T00:00Z")]
    [InlineData(null, "2020-01-01", "2020-01-01T00:00Z", "2020-01-02T00:00Z")]
    [InlineData("2020-01-01", "2020-01-31", "2020-01-01T00:00Z", "2020-02-01T00:00Z")]
    public void A_token_lives_from_its_first_day_to_the_end_of_its_last(string? start, string? end, string from, string to)
    {
        var now = At("2026-05-05T12:00Z");
        TokenCommands.Span(start is null ? null : At(start + "T00:00Z"), end is null ? null : At(end + "T00:00Z"), now)
            .ShouldBe((At(from), At(to)));
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_used_gives_one_line_and_exit_code_1()
    {
        await File.WriteAllTextAsync(Data, "", TestContext.Current.CancellationToken);
        var (code, _, error) = await RunAsync("tenant", "list");
        code.ShouldBe(1);
        error.Count(c => c == '\n').ShouldBe(1, error);
    }

    public void Dispose() => _temp.Dispose();

    async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await CommandLine.RunAsync([.. args, "--data", Data], output, error);
        return (code, output.ToString(), error.ToString());
    }

    static string[][] Rows((int Code, string Output, string Error) result)
    {
        result.Code.ShouldBe(0, result.Error);
        return [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
    }

    static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
