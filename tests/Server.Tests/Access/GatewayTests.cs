using Dapper;
using Espalier.Server.Access;
using Espalier.Server.Storage;
using Espalier.Server.Tenants;
using Espalier.Server.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Espalier.Server.Tests.Access;

/// <summary>The checks before every request of a tenant, in the order of the API.</summary>
public sealed class GatewayTests
{
    const string Person = "ann@example.com";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_needs_a_bearer_token()
    {
        await using var server = await TestServer.StartAsync();
        foreach (var path in new[] { "datasets", "no/such/route", "/api/espalier/v1/T1/x", "/api/v1/bad-tenant/x", "/api/v1" })
        {
            await ExpectAsync(server.Api("GET", path, token: ""), "40101");
            await ExpectAsync(server.Api("GET", path, null, "", "Authorization: "), "40101");
            await ExpectAsync(server.Api("GET", path, null, "", "Authorization: Basic abc"), "40103");
            await ExpectAsync(server.Api("GET", path, null, "", "Authorization: Bearer"), "40103");
            await ExpectAsync(server.Api("GET", path, null, "", $"Authorization: {server.Token}"), "40103");
            await ExpectAsync(server.Api("GET", path, null, "", $"Authorization: Bearer {server.Token} more"), "40103");
        }
        (await server.Api("GET", "no/such/route", null, "", $"Authorization: bearer {server.Token}")).Codes.ShouldBe(["40490"]);
    }

    [Fact]
    public async Task A_token_that_is_not_ours_is_not_valid()
    {
        await using var server = await TestServer.StartAsync();
        var parts = server.Token.Split('.');
        var unsigned = "eyJhbGciOiJub25lIn0." + parts[1] + ".";
        var forged = $"{parts[0]}.{parts[1]}.{(parts[2][0] == 'A' ? 'B' : 'A')}{parts[2][1..]}";
        foreach (var token in new[] { "garbage", "a.b.c", "..", unsigned, forged, new string('x', 20_000) })
            await ExpectAsync(server.Api("GET", "x", token: token), "40102");

        await using var other = await TestServer.StartAsync();
        await ExpectAsync(server.Api("GET", "x", token: other.Token), "40102");
    }

    [Fact]
    public async Task A_revoked_token_is_not_valid_even_when_it_has_expired()
    {
        await using var server = await TestServer.StartAsync();
        var jti = (await server.Get<ITokenStore>().ListAsync(Ct)).Single().Jti;
        await ExpectAsync(server.Api("GET", "x"), "40490");

        (await server.Get<ITokenStore>().RevokeAsync(jti, server.Time.GetUtcNow(), Ct)).ShouldBeTrue();
        await ExpectAsync(server.Api("GET", "x"), "40102");
        server.Time.Advance(TimeSpan.FromDays(365));
        await ExpectAsync(server.Api("GET", "x"), "40102");
    }

    [Fact]
    public async Task A_token_is_refused_before_its_start_and_after_its_end()
    {
        await using var server = await TestServer.StartAsync();
        var now = server.Time.GetUtcNow();
        var token = await server.TokenFor(TestServer.Admin, now.AddDays(1), now.AddDays(2), "203.0.113.0/24");

        await ExpectAsync(server.Api("GET", "x", token: token), "40301");
        server.Time.Advance(TimeSpan.FromDays(1));
        await ExpectAsync(server.Api("GET", "x", token: token), "40303");
        server.Time.Advance(TimeSpan.FromDays(1));
        await ExpectAsync(server.Api("GET", "x", token: token), "40302");
    }

    [Fact]
    public async Task A_token_works_from_its_subnets_only()
    {
        await using var server = await TestServer.StartAsync("Proxies:Known:0=127.0.0.0/8");
        var token = await server.TokenFor(TestServer.Admin, subnets: "203.0.113.0/24, 2001:db8::/32");

        foreach (var (client, code) in new[]
                 {
                     ("203.0.113.7", "40490"), ("2001:db8::7", "40490"), ("[2001:db8::7]:4711", "40490"), ("::ffff:203.0.113.7", "40490"),
                     ("203.0.114.7", "40303"), ("2001:db9::7", "40303"),
                 })
            await ExpectAsync(server.Api("GET", "x", null, token, $"X-Forwarded-For: {client}"), code);

        var refused = await server.Api("GET", "x", token: token);
        refused.Text.ShouldContain("The API Token cannot be used from the current IP address: 127.0.0.1");
    }

    [Fact]
    public async Task Forwarded_headers_count_only_from_known_proxies()
    {
        await using var stranger = await TestServer.StartAsync();
        var token = await stranger.TokenFor(TestServer.Admin, subnets: "203.0.113.7");
        await ExpectAsync(stranger.Api("GET", "x", null, token, "X-Forwarded-For: 203.0.113.7"), "40303");

        await using var server = await TestServer.StartAsync("Proxies:Known:0=127.0.0.1", "Proxies:Known:1=10.0.0.0/8");
        token = await server.TokenFor(TestServer.Admin, subnets: "203.0.113.7");
        await ExpectAsync(server.Api("GET", "x", null, token, "X-Forwarded-For: 198.51.100.1, 203.0.113.7, 10.1.1.1"), "40490");
        await ExpectAsync(server.Api("GET", "x", null, token, "X-Forwarded-For: 203.0.113.7, 198.51.100.1"), "40303");
        await ExpectAsync(server.Api("GET", "x", null, token, "X-Forwarded-For: 203.0.113.7, nonsense"), "40303");
        await ExpectAsync(server.Api("GET", "x", null, token, "X-Forwarded-For: 203.0.113.7", "X-Forwarded-For: 10.9.9.9"), "40490");
    }

    [Theory]
    [InlineData("disabled", "40322")]
    [InlineData("expired", "40323")]
    [InlineData("elsewhere", "40324")]
    [InlineData("no access", "40390")]
    [InlineData("in order", "40490")]
    public async Task An_account_must_be_in_order(string state, string code)
    {
        await using var server = await TestServer.StartAsync();
        await server.AddUserAsync("Ann@Example.com", change: account => state switch
        {
            "disabled" => account with { Enabled = false, ExpiresAt = DateTimeOffset.UnixEpoch },
            "expired" => account with { ExpiresAt = server.Time.GetUtcNow(), Subnets = Subnets.Parse("1.1.1.1") },
            "elsewhere" => account with { Subnets = Subnets.Parse("1.1.1.1"), TokenAccess = false },
            "no access" => account with { TokenAccess = false },
            _ => account,
        });
        await ExpectAsync(server.Api("GET", "x", token: await server.TokenFor(Person)), code);
    }

    [Fact]
    public async Task Several_accounts_of_one_person_in_a_tenant_are_refused()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddUserAsync(Person);
        (await server.Get<IUserStore>().AddAsync(new Account("T1", Guid.NewGuid(), "ANN@example.com", Role.User), Ct)).ShouldBeFalse();
        await server.Get<IDatabase>().WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("""
                INSERT INTO account SELECT tenant_id, 'B5C3F0D2-0000-0000-0000-000000000000', email, email_key, role, user_groups,
                                           token_access, 0, expires_at, subnets, created_at
                FROM account WHERE email = @Person
                """, new { Person }, transaction),
            Ct);
        await ExpectAsync(server.Api("GET", "x", token: await server.TokenFor(Person)), "40321");
    }

    [Fact]
    public async Task A_tenant_must_be_in_order_and_an_unknown_one_looks_like_one_without_an_account()
    {
        await using var server = await TestServer.StartAsync();
        var tenants = server.Get<ITenantStore>();
        await AddAsync(new Tenant("OFF", "Off") { Enabled = false, Subnets = Subnets.Parse("1.1.1.1") });
        await AddAsync(new Tenant("FAR", "Far") { Subnets = Subnets.Parse("1.1.1.1"), ApiPlan = false });
        await AddAsync(new Tenant("FREE", "Free") { ApiPlan = false });
        await tenants.AddAsync(new Tenant("OTHER", "Other") { Enabled = false }, Ct);

        await ExpectAsync(server.Api("GET", "/api/v1/OFF/x"), "40391");
        await ExpectAsync(server.Api("GET", "/api/v1/FAR/x"), "40392");
        await ExpectAsync(server.Api("GET", "/api/v1/FREE/x"), "40345");
        var hidden = await server.Api("GET", "/api/v1/OTHER/x");
        var unknown = await server.Api("GET", "/api/v1/UNKNOWN/x");
        hidden.Codes.ShouldBe(["40390"]);
        unknown.Text.ShouldBe(hidden.Text);

        async Task AddAsync(Tenant tenant)
        {
            await tenants.AddAsync(tenant, Ct);
            await server.Get<IUserStore>().AddAsync(
                new Account(tenant.Id, Guid.NewGuid(), TestServer.Admin, Role.Admin) { TokenAccess = true }, Ct);
        }
    }

    [Theory]
    [InlineData("t1")]
    [InlineData("1T")]
    [InlineData("T-1")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ01234")]
    [InlineData("T1%0A")]
    public async Task A_tenant_id_that_cannot_be_one_is_told(string tenantId)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.Api("GET", $"/api/v1/{tenantId}/datasets");
        await ExpectAsync(Task.FromResult(answer), "400900");
        answer.Json.GetProperty("errors")[0].GetProperty("pathParameter").GetString().ShouldBe("{tenantId}");
    }

    [Fact]
    public async Task Handlers_learn_who_asks()
    {
        Caller? seen = null;
        await using var server = await TestServer.StartWithAsync(map: app =>
            app.MapGet("/api/v1/{tenantId}/me", (Caller caller) => { seen = caller; return Results.NoContent(); }));
        (await server.Api("GET", "me")).Status.ShouldBe(204);
        seen.ShouldNotBeNull();
        (seen.TenantId, seen.Email, seen.Role, seen.Address!.ToString()).ShouldBe(("T1", TestServer.Admin, Role.Admin, "127.0.0.1"));
    }

    [Fact]
    public async Task The_last_use_of_a_token_is_written_when_the_server_stops()
    {
        await using var server = await TestServer.StartAsync();
        await server.Api("GET", "x");
        await server.RestartAsync();
        (await server.Get<ITokenStore>().ListAsync(Ct)).Single().LastUsedAt.ShouldNotBeNull();
        await ExpectAsync(server.Api("GET", "x"), "40490");
    }

    static async Task ExpectAsync(Task<Answer> asked, string code)
    {
        var answer = await asked;
        answer.Codes.ShouldBe([code], answer.Text);
        answer.Status.ShouldBe(int.Parse(code[..3], System.Globalization.CultureInfo.InvariantCulture));
        answer.Headers.Contains("X-Amzn-Trace-Id").ShouldBeTrue();
    }
}
