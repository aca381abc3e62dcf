using System.Text.Json;
using Espalier.Server.Access;
using Espalier.Server.Palettes;
using Espalier.Server.Tests.SignIn;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Palettes;

/// <summary>Colours that a tenant shows its data in.</summary>
public sealed class PaletteTests : IAsyncLifetime
{
    TestServer _server = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Palettes_are_made_changed_and_deleted_beside_those_that_are_built_in()
    {
        var made = await _server.Own("POST", "palettes", """{"name":" House ","colours":["#aa0011","#00BB22"],"others":"#777777"}""");
        made.Status.ShouldBe(201, made.Text);
        (Text(made.Json, "name"), Text(made.Json, "kind"), Text(made.Json, "others"), Text(made.Json, "createdBy"))
            .ShouldBe(("House", "categories", "#777777", TestServer.Admin));
        made.Json.GetProperty("colours").GetRawText().ShouldBe("""["#AA0011","#00BB22"]""");
        made.Json.GetProperty("builtIn").GetBoolean().ShouldBeFalse();
        var one = $"palettes/{Text(made.Json, "paletteId")}";

        var changed = await _server.Own("PATCH", one, """{"kind":"sequential","others":null}""");
        changed.Status.ShouldBe(200, changed.Text);
        (Text(changed.Json, "name"), Text(changed.Json, "kind"), changed.Json.TryGetProperty("others", out _)).ShouldBe(("House", "sequential", false));
        (await _server.Own("PATCH", one, """{"name":"HOUSE"}""")).Status.ShouldBe(200);
        var all = (await _server.Own("GET", "palettes")).Json.EnumerateArray().ToList();
        all.Select(palette => Text(palette, "name")).ShouldBe(["Categories, light", "Categories, dark", "Cividis", "Blue, grey, orange", "HOUSE"]);
        all.Select(palette => palette.GetProperty("builtIn").GetBoolean()).ShouldBe([true, true, true, true, false]);
        all[0].GetProperty("colours").GetArrayLength().ShouldBe(8);

        (await _server.Own("DELETE", one)).Status.ShouldBe(204);
        (await _server.Own("DELETE", one)).Codes.ShouldBe(["404909"]);
        (await _server.Own("PATCH", one, "{}")).Codes.ShouldBe(["404909"]);
        (await _server.Own("GET", "audit")).Json.GetProperty("items").EnumerateArray().Select(entry => $"{Text(entry, "kind")} {Text(entry, "target")}")
            .ShouldBe(["paletteCreate House", "paletteChange House", "paletteChange HOUSE", "paletteDelete HOUSE"], ignoreOrder: true);
    }

    [Fact]
    public async Task Nobody_changes_those_that_are_built_in()
    {
        foreach (var palette in BuiltInPalettes.All)
        {
            (await _server.Own("PATCH", $"palettes/{palette.PaletteId}", """{"name":"Mine"}""")).Codes.ShouldBe(["403910"]);
            (await _server.Own("DELETE", $"palettes/{palette.PaletteId}")).Codes.ShouldBe(["403910"]);
            palette.Colours.Append(palette.Others ?? "#000000").ShouldAllBe(colour => System.Text.RegularExpressions.Regex.IsMatch(colour, "^#[0-9A-F]{6}$"));
        }
        (await _server.Own("POST", "palettes", """{"name":"cividis","colours":["#000000"]}""")).Codes.ShouldBe(["400945"]);
    }

    [Theory]
    [InlineData("{}", "400902 $.name", "400902 $.colours")]
    [InlineData("""{"name":"","colours":[],"kind":"rainbow","others":"red"}""", "400906 $.name", "400914 $.colours", "400904 $.kind", "400914 $.others")]
    [InlineData("""{"name":"x","colours":["#12345","#1234567","#GGGGGG",1,"#123456"],"x":1}""",
        "400914 $.colours[0]", "400914 $.colours[1]", "400914 $.colours[2]", "400903 $.colours[3]", "400905 $.x")]
    [InlineData("[]", "400903 $")]
    [InlineData("", "400902 $")]
    public async Task What_is_wrong_is_told_all_at_once(string body, params string[] errors)
    {
        var answer = await _server.Own("POST", "palettes", body);
        answer.Json.GetProperty("errors").EnumerateArray().Select(e => $"{Text(e, "code")} {Text(e, "jsonBody")}").ShouldBe(errors, ignoreOrder: true);
    }

    [Fact]
    public async Task A_palette_has_at_most_24_colours_and_a_name_of_its_own()
    {
        string Body(string name, int colours) => JsonSerializer.Serialize(new { name, colours = Enumerable.Repeat("#123456", colours) });
        (await _server.Own("POST", "palettes", Body("A", 25))).Codes.ShouldBe(["400914"]);
        (await _server.Own("POST", "palettes", Body("A", 24))).Status.ShouldBe(201);
        (await _server.Own("POST", "palettes", Body("a", 1))).Codes.ShouldBe(["400945"]);
        var other = Text((await _server.Own("POST", "palettes", Body("B", 1))).Json, "paletteId");
        (await _server.Own("PATCH", $"palettes/{other}", """{"name":"A"}""")).Codes.ShouldBe(["400945"]);
        (await _server.Own("PATCH", "palettes/x", """{"name":1}""")).Codes.ShouldBe(["400603", "400903"]);

        // Whoever comes second finds out, however it comes about.
        var store = _server.Get<IPaletteStore>();
        (await store.SaveAsync(TestServer.Tenant, new(Guid.NewGuid(), 1, "a", Palette.Categories, ["#000000"]), Ct)).ShouldBeFalse();
        (await store.SaveAsync(TestServer.Tenant, new(Guid.Parse(other), 2, "A", Palette.Categories, ["#000000"]), Ct)).ShouldBeFalse();
        (await store.SaveAsync(TestServer.Tenant, new(Guid.Parse(other), 3, "C", Palette.Categories, ["#000000"]), Ct)).ShouldBeFalse();
        (await store.SaveAsync(TestServer.Tenant, new(Guid.Parse(other), 2, "C", Palette.Categories, ["#000000"]), Ct)).ShouldBeTrue();
    }

    [Fact]
    public async Task Everybody_in_the_tenant_reads_and_admins_write()
    {
        var made = Text((await _server.Own("POST", "palettes", """{"name":"House","colours":["#000000"]}""")).Json, "paletteId");
        await _server.AddUserAsync("ann@example.com");
        await _server.AddUserAsync("boss@example.com", Role.Admin, account => account with { Groups = ["readonly"] });
        foreach (var email in new[] { "ann@example.com", "boss@example.com" })
        {
            var token = await _server.TokenFor(email);
            (await _server.Own("GET", "palettes", null, token)).Text.ShouldContain("House");
            (await _server.Own("POST", "palettes", """{"name":"X","colours":["#000000"]}""", token)).Codes.ShouldBe(["403905"]);
            (await _server.Own("PATCH", $"palettes/{made}", "{}", token)).Codes.ShouldBe(["403905"]);
            (await _server.Own("DELETE", $"palettes/{made}", null, token)).Codes.ShouldBe(["403905"]);
        }
        (await _server.Own("GET", "palettes", null, "")).Status.ShouldBe(401);

        await _server.AddTenantAsync("T2", new Account("", Guid.Empty, TestServer.Admin, Role.Admin) { TokenAccess = true });
        (await _server.Api("GET", "/api/espalier/v1/T2/palettes")).Json.GetArrayLength().ShouldBe(4);
        (await _server.Api("DELETE", $"/api/espalier/v1/T2/palettes/{made}")).Codes.ShouldBe(["404909"]);
        (await _server.Api("POST", "/api/espalier/v1/T2/palettes", """{"name":"House","colours":["#000000"]}""")).Status.ShouldBe(201);
    }

    static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
