using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Http;

/// <summary>The server answers.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task A_server_that_works_says_so_without_a_token()
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.Api("GET", "/health", token: "");
        answer.Status.ShouldBe(200);
        answer.Json.GetProperty("status").GetString().ShouldBe("ok");
        answer.ContentHeaders.ContentType!.ToString().ShouldBe("application/json; charset=UTF-8");
    }
}
