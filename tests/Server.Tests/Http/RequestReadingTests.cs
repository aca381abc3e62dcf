using System.Net.Http.Headers;
using System.Text;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Espalier.Server.Tests.Http;

/// <summary>How path, query, header and body are read, with all problems told at once.</summary>
public sealed class RequestReadingTests
{
    static readonly string[] Colours = ["red", "blue"];

    [Fact]
    public async Task All_problems_of_a_request_are_told_together_path_first()
    {
        await using var server = await TestServer.StartWithAsync(map: Map);

        var answer = await server.Api("POST", "things/not-a-uuid?flag=maybe&colour=Red&one=1&one=2", Text("x", "text/plain"));
        answer.Status.ShouldBe(400);
        answer.Codes.ShouldBe(["400603", "400903", "400904", "400020", "415001"]);
        Locators(answer).ShouldBe(["{thingId}", "flag", "colour", "one", ""]);

        answer = await server.Api("POST", "things/X", """{"name":1,"parts":[{"on":true},{"on":"yes"},{}],"a b":{"c'd":[[7]]}}""");
        answer.Codes.ShouldBe(["400603", "400903", "400903", "400902", "400903"]);
        Locators(answer).ShouldBe(["{thingId}", "$.name", "$.parts[1].on", "$.parts[2].on", @"$['a b']['c\'d'][0][0]"]);
    }

    [Fact]
    public async Task What_is_right_is_read()
    {
        await using var server = await TestServer.StartWithAsync(map: Map);
        var answer = await server.Api("POST", "things/99020ab5-efec-bed1-fdc5-3ddf9ed9a59b?flag=TRUE&colour=blue&many=a,b&many=c&other=1",
            """{"name":"N","parts":[{"on":false}]}""");
        answer.Text.ShouldBe("99020AB5-EFEC-BED1-FDC5-3DDF9ED9A59B True blue [a,b|c] N");
        (await server.Api("POST", "things/99020ab5-efec-bed1-fdc5-3ddf9ed9a59b")).Text
            .ShouldBe("99020AB5-EFEC-BED1-FDC5-3DDF9ED9A59B False red [] ");
    }

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("Application/JSON; charset=\"utf-8\"; v=1", true)]
    [InlineData("application/json;charset=UTF-8", true)]
    [InlineData("application/json; charset=latin1", false)]
    [InlineData("text/json", false)]
    [InlineData("application/x-www-form-urlencoded", false)]
    [InlineData(null, false)]
    public async Task A_body_must_say_that_it_is_json_in_utf8(string? type, bool right)
    {
        await using var server = await TestServer.StartWithAsync(map: Map);
        var answer = await server.Api("POST", $"things/{Guid.NewGuid()}", Text("""{"name":"N","parts":[]}""", type));
        answer.Status.ShouldBe(right ? 200 : 415);
        if (!right)
            answer.Codes.ShouldBe(["415001"]);

        // Without a body there is nothing that could be of a wrong type; a chunked body may turn out to be none.
        (await server.Api("POST", $"things/{Guid.NewGuid()}", Text("", type))).Status.ShouldBe(200);
        (await server.Api("POST", $"things/{Guid.NewGuid()}", Text("", type), null, "Transfer-Encoding: chunked")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("""{"a":1,}""", "line 1, byte 8")]
    [InlineData("{\n \"a\": tru\n}", "line 2")]
    [InlineData("""{"a":1,"a":2}""", "'a'")]
    [InlineData("{", "line 1")]
    [InlineData("nope", "line 1, byte 2")]
    [InlineData("{} {}", "byte 4")]
    [InlineData("""{"a":"\ud800"}""", "surrogate")]
    [InlineData("""{"\udc00":1}""", "surrogate")]
    [InlineData("{\"a\":\"\u00ff\"}", "Byte 7 is not UTF-8")]
    public async Task Bad_json_is_told_with_its_place(string text, string told)
    {
        await using var server = await TestServer.StartWithAsync(map: Map);
        var answer = await server.Api("POST", $"things/{Guid.NewGuid()}", Text(text, "application/json"));
        answer.Codes.ShouldBe(["400901"]);
        Locators(answer).ShouldBe(["$"]);
        answer.Json.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldContain(told);
    }

    [Fact]
    public async Task Deep_nesting_is_refused_and_odd_but_valid_json_is_not()
    {
        await using var server = await TestServer.StartWithAsync(map: Map);
        var deep = new string('[', 65) + new string(']', 65);
        (await server.Api("POST", $"things/{Guid.NewGuid()}", deep)).Codes.ShouldBe(["400901"]);
        (await server.Api("POST", $"things/{Guid.NewGuid()}", new string('[', 1_000_000))).Codes.ShouldBe(["400901"]);
        (await server.Api("POST", $"things/{Guid.NewGuid()}", "\uFEFF{\"name\":\"\\ud83d\\ude00\",\"parts\":[]}")).Text.ShouldEndWith("\U0001F600");
        (await server.Api("POST", $"things/{Guid.NewGuid()}", "[]")).Codes.ShouldBe(["400903"]);
        (await server.Api("POST", $"things/{Guid.NewGuid()}", """{"name":null,"parts":[]}""")).Codes.ShouldBe(["400902"]);
        (await server.Api("POST", $"things/{Guid.NewGuid()}", """{"name":"","parts":[],"more":1}""")).Codes.ShouldBe(["400906", "400905"]);
    }

    static void Map(WebApplication app) => app.MapPost("/api/v1/{tenantId}/things/{thingId}", async (HttpContext context) =>
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, "thingId", problems);
        var query = new RequestQuery(context, problems);
        var (flag, colour, many, _) = (query.Bool("flag", false), query.OneOf("colour", Colours, "red"), query.Many("many"), query.Text("one"));

        var body = (await JsonBody.OptionalAsync(context, problems, context.RequestAborted))?.Object();
        var name = body?.Required("name")?.FilledText();
        foreach (var part in body?.Required("parts")?.Array() ?? [])
            part.Required("on")?.Bool();
        foreach (var row in body?.Optional("a b")?.Object()?.Optional("c'd")?.Array() ?? [])
            foreach (var cell in row.Array() ?? [])
                cell.Text();
        body?.RefuseOthers("name", "parts", "a b");
        problems.ThrowIfAny();
        return $"{Ids.Print(id)} {flag} {colour} [{string.Join('|', many)}] {name}";
    });

    static ByteArrayContent Text(string text, string? type)
    {
        var content = new ByteArrayContent(Encoding.Latin1.GetBytes(text));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        return content;
    }

    static string[] Locators(Answer answer) =>
    [
        .. answer.Json.GetProperty("errors").EnumerateArray().Select(error =>
            new[] { "pathParameter", "queryParameter", "jsonBody" }
                .Select(name => error.TryGetProperty(name, out var value) ? value.GetString()! : "")
                .Aggregate(string.Concat)),
    ];
}
