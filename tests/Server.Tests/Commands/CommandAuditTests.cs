using Espalier.Server.Auditing;
using Espalier.Server.Commands;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Commands;

/// <summary>What commands do stands in the audit, beside what is done through the API.</summary>
public sealed class CommandAuditTests
{
    [Fact]
    public async Task What_commands_do_is_put_down_in_the_tenants_that_it_concerns()
    {
        await using var server = await TestServer.StartAsync();
        await RunAsync(server, "tenant create T2");
        await RunAsync(server, "tenant quota T2");
        await RunAsync(server, "tenant quota T2 --rps 20");
        await RunAsync(server, "user add ann@example.com --tenant T1 --token-access");
        await RunAsync(server, "user add Ann@example.com --tenant T2");
        var jwt = await RunAsync(server, "token create --user ANN@example.com");
        var jti = (await RunAsync(server, "token list")).Split('\n').Single(line => line.Contains("ann@", StringComparison.OrdinalIgnoreCase)).Split(' ')[0];
        await RunAsync(server, $"token revoke {jti}");
        await RunAsync(server, $"token revoke {jti}");
        await RunAsync(server, "user link ann@example.com --installation-admin");
        await RunAsync(server, "user add admin@example.com --tenant T2 --role admin --token-access");

        var first = await server.Own("GET", "audit");
        first.Json.GetProperty("items").EnumerateArray().Select(entry => $"{entry.GetProperty("kind").GetString()} {entry.GetProperty("target").GetString()}").ShouldBe(
        [
            "userCreate ann@example.com", "tokenCreate ann@example.com", "tokenRevoke ann@example.com", "linkCreate ann@example.com", "userChange ann@example.com",
        ], ignoreOrder: true);
        first.Text.ShouldNotContain(jwt.Trim());
        var second = (await server.Api("GET", "/api/espalier/v1/T2/audit")).Json.GetProperty("items").EnumerateArray().ToList();
        second.Select(entry => entry.GetProperty("kind").GetString()).ShouldBe(
            ["tenantCreate", "tenantChange", "userCreate", "tokenCreate", "tokenRevoke", "linkCreate", "userChange", "userCreate"], ignoreOrder: true);
        second.ShouldAllBe(entry => entry.GetProperty("channel").GetString() == AuditLog.Command && entry.GetProperty("person").GetString() == Environment.UserName);
    }

    [Fact]
    public async Task Links_that_admins_make_are_put_down_and_what_is_refused_is_not()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddUserAsync("ann@example.com");
        (await server.Own("POST", "users/ann@example.com/invitation")).Status.ShouldBe(201);
        (await server.Own("POST", "users/ann@example.com/password-reset", "{}")).Status.ShouldBe(201);
        (await server.Own("POST", "users/nobody@example.com/invitation")).Status.ShouldBe(404);
        (await server.Own("GET", "audit?kind=linkCreate")).Json.GetProperty("items").EnumerateArray()
            .Select(entry => $"{entry.GetProperty("channel").GetString()} {entry.GetProperty("target").GetString()}").ShouldBe(["api ann@example.com", "api ann@example.com"]);

        (await RunAsync(server, "tenant create T1", CommandLine.Misused)).ShouldBeEmpty();
        (await RunAsync(server, "user add ann@example.com --tenant T1", CommandLine.Misused)).ShouldBeEmpty();
        (await RunAsync(server, "token revoke nonsense", CommandLine.Misused)).ShouldBeEmpty();
        (await server.Own("GET", "audit")).Json.GetProperty("total").GetInt64().ShouldBe(2);
    }

    static async Task<string> RunAsync(TestServer server, string command, int code = 0)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        (await CommandLine.RunAsync([.. command.Split(' '), "--data", server.Folder], output, error)).ShouldBe(code, error.ToString());
        return output.ToString();
    }
}
