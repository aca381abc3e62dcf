using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Access;

public sealed class UserEndpointTests : IAsyncLifetime
{
    TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_user_is_made_changed_listed_and_deleted()
    {
        const string user = """{"role":"user","groups":["hr","Leeds team"],"enabled":true,"expires":"2099-01-31T12:00:00.000Z","tokenAccess":true,"subnets":["10.0.0.0/8","::1","127.0.0.1"]}""";
        var made = await _server.Own("PUT", "users/Ann@example.com", user);
        made.Status.ShouldBe(201, made.Text);
        made.Text.ShouldBe("""{"email":"Ann@example.com",""" + user[1..]);
        (await _server.Own("PUT", "users/ann@EXAMPLE.com", made.Text)).Status.ShouldBe(200);

        var listed = (await _server.Own("GET", "users")).Json;
        listed.EnumerateArray().Select(u => u.GetProperty("email").GetString()).ShouldBe([TestServer.Admin, "Ann@example.com"]);
        listed[1].GetRawText().ShouldBe(made.Text);

        var token = await _server.TokenFor("ann@example.com");
        (await _server.Api("GET", "datasets", null, token)).Status.ShouldBe(200);
        (await _server.Own("DELETE", "users/ANN@example.com")).Status.ShouldBe(204);
        (await _server.Api("GET", "datasets", null, token)).Codes.ShouldBe(["40390"]);
        (await _server.Own("DELETE", "users/ann@example.com")).Codes.ShouldBe(["404906"]);
    }

    [Fact]
    public async Task What_is_left_out_gets_its_default_and_an_expiry_is_cleared()
    {
        await _server.Own("PUT", "users/ann@example.com", """{"role":"admin","groups":["a"],"expires":"2099-01-31","tokenAccess":true,"subnets":["::1"]}""");
        (await _server.Own("PUT", "users/ann@example.com", "{}")).Text
            .ShouldBe("""{"email":"ann@example.com","role":"user","groups":[],"enabled":true,"tokenAccess":false,"subnets":[]}""");
    }

    [Fact]
    public async Task Only_admins_may()
    {
        await _server.AddUserAsync("ann@example.com", change: account => account with { Groups = ["admin"] });
        var token = await _server.TokenFor("ann@example.com");
        foreach (var (method, path) in new[] { ("GET", "users"), ("PUT", "users/ann@example.com"), ("DELETE", $"users/{TestServer.Admin}") })
            (await _server.Own(method, path, method == "PUT" ? """{"role":"admin","tokenAccess":true}""" : null, token)).Codes.ShouldBe(["403905"]);
    }

    [Theory]
    [InlineData("""{"role":"user","tokenAccess":true}""")]
    [InlineData("""{"role":"admin"}""")]
    [InlineData("""{"role":"admin","tokenAccess":true,"enabled":false}""")]
    [InlineData("""{"role":"admin","tokenAccess":true,"expires":"2020-01-01"}""")]
    [InlineData("""{"role":"admin","tokenAccess":true,"groups":["readonly"]}""")]
    [InlineData(null)]
    public async Task The_last_admin_cannot_be_shut_out(string? body)
    {
        var method = body is null ? "DELETE" : "PUT";
        (await _server.Own(method, $"users/{TestServer.Admin}", body)).Codes.ShouldBe(["409901"]);
        (await _server.Own("GET", "users")).Status.ShouldBe(200);

        await _server.Own("PUT", "users/ann@example.com", """{"role":"admin","tokenAccess":true}""");
        (await _server.Own(method, $"users/{TestServer.Admin}", body)).Status.ShouldBeInRange(200, 204);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told()
    {
        var answer = await _server.Own("PUT", "users/nobody", """
            {"email":"other@example.com","role":"boss","groups":["a","a"," "],"enabled":1,"expires":"soon","tokenAccess":"yes","subnets":["10.0.0.0/99"],"more":1}
            """);
        answer.Codes.ShouldBe(["400900", "400904", "400905", "400904", "400907", "400906", "400903", "400914", "400903", "400914"], ignoreOrder: true);
    }
}
