using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Espalier.Server.Http;
using Espalier.Server.Http.Middleware;
using Espalier.Server.Http.Requests;
using Espalier.Server.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Espalier.Server.Tests.Http;

/// <summary>What every answer has, whatever it is about.</summary>
public sealed class AnswerTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/health", 200, null)]
    [InlineData("POST", "/health", 405, "40590")]
    [InlineData("GET", "/nothing", 404, "40490")]
    [InlineData("GET", "/api/v1/T1/nothing", 401, "40101")]
    [InlineData("GET", "/bug", 500, "50001")]
    [InlineData("GET", "/busy", 429, "42901")]
    [InlineData("GET", "/number?value=x", 400, "40090")]
    public async Task Every_answer_has_a_trace_id_and_errors_have_one_form(string method, string path, int status, string? code)
    {
        await using var server = await TestServer.StartWithAsync(map: Map, settings: "Logging:LogLevel:Espalier=None");
        var answer = await server.Api(method, path, token: "");

        answer.Status.ShouldBe(status, answer.Text);
        answer.Headers.GetValues(TraceIds.Header).Single().ShouldMatch(@"^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$");
        answer.Headers.Contains("Server").ShouldBeFalse();
        if (code is null)
            return;

        answer.Codes.ShouldBe([code]);
        answer.ContentHeaders.ContentType!.ToString().ShouldBe("application/json; charset=UTF-8");
        answer.Text.ShouldNotContain("secret");
        if (status == 429)
            answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_trace_id_begins_with_the_time_and_handlers_know_it()
    {
        string? seen = null;
        await using var server = await TestServer.StartWithAsync(map: app =>
            app.MapGet("/trace", (HttpContext context) => { seen = context.TraceId(); return Results.NoContent(); }));
        var now = server.Time.GetUtcNow().ToUnixTimeSeconds();
        var answer = await server.Api("GET", "/trace", token: "");

        answer.Headers.GetValues(TraceIds.Header).Single().ShouldBe(seen);
        Math.Abs(Convert.ToInt64(seen!.Substring(7, 8), 16) - now).ShouldBeLessThan(5);
    }

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("gzip, deflate, br", true)]
    [InlineData("GZIP;q=0.5", true)]
    [InlineData("identity", false)]
    [InlineData("br", false)]
    [InlineData("gzip;q=0", false)]
    [InlineData(null, false)]
    public async Task An_answer_is_gzip_when_the_caller_takes_gzip(string? accepted, bool packed)
    {
        await using var server = await TestServer.StartWithAsync(map: Map);
        string[] headers = accepted is null ? [] : [$"Accept-Encoding: {accepted}"];
        var answer = await server.Api("GET", "/long", null, "", headers);

        answer.ContentHeaders.ContentEncoding.ShouldBe(packed ? ["gzip"] : []);
        (packed ? Unpack(answer.Bytes) : answer.Text).ShouldBe(Long);

        var file = await server.Api("GET", "/api/canon/v1/temporaryStore/long", null, "", headers);
        file.ContentHeaders.ContentEncoding.ShouldBeEmpty();
        file.Text.ShouldBe(Long);
    }

    [Fact]
    public async Task A_bug_in_the_middle_of_an_answer_cuts_it_off_so_that_nobody_takes_it_for_whole()
    {
        await using var server = await TestServer.StartWithAsync(map: Map, settings: "Logging:LogLevel:Espalier=None");
        foreach (var encoding in new[] { "gzip", "identity" })
            await Should.ThrowAsync<HttpRequestException>(() => server.Api("GET", "/half", null, "", $"Accept-Encoding: {encoding}"));
    }

    [Fact]
    public async Task Request_bodies_may_be_gzip_and_count_as_what_they_unpack_to()
    {
        await using var server = await TestServer.StartWithAsync(map: Map);

        (await server.Api("POST", "/api/echo", Packed("""{"a":"b"}"""), "")).Text.ShouldBe("""{"a":"b"}""");
        var bomb = await server.Api("POST", "/api/echo", Packed($"\"{new string('x', 2_000_000)}\""), "");
        bomb.Codes.ShouldBe(["41390"]);
        bomb.Text.ShouldContain("1000000 bytes");

        var broken = Packed("""{"a":"b"}""", length => length - 9);
        (await server.Api("POST", "/api/echo", broken, "")).Codes.ShouldBe(["400901"]);
        var plain = new StringContent("{}", Encoding.UTF8, "application/json");
        plain.Headers.ContentEncoding.Add("gzip");
        (await server.Api("POST", "/api/echo", plain, "")).Codes.ShouldBe(["400901"]);
        plain = new StringContent("{}", Encoding.UTF8, "application/json");
        plain.Headers.ContentEncoding.Add("br");
        (await server.Api("POST", "/api/echo", plain, "")).Codes.ShouldBe(["415001"]);

        // Asking first, as the answer comes before the body is read.
        (await server.Api("POST", "/api/echo", $"\"{new string('x', 1_000_000)}\"", "", "Expect: 100-continue")).Codes.ShouldBe(["41390"]);
    }

    [Fact]
    public async Task Urls_carry_what_was_asked_or_what_is_configured()
    {
        await using var server = await TestServer.StartWithAsync(map: Map);
        (await server.Api("GET", "/url", token: "")).Text.ShouldBe($"{server.Url}/a");
        (await server.Api("GET", "/url", null, "", "Host: other:81", "X-Forwarded-Proto: https", "X-Forwarded-For: 9.9.9.9"))
            .Text.ShouldBe("http://other:81/a");

        await using var behind = await TestServer.StartWithAsync(null, Map, "Proxies:Known:0=127.0.0.1");
        (await behind.Api("GET", "/url", null, "", "X-Forwarded-Host: hr.example.com", "X-Forwarded-Proto: https", "X-Forwarded-For: 9.9.9.9"))
            .Text.ShouldBe("https://hr.example.com/a");

        await using var named = await TestServer.StartWithAsync(null, Map, "PublicUrl=https://espalier.example.com/");
        (await named.Api("GET", "/url", token: "")).Text.ShouldBe("https://espalier.example.com/a");
    }

    static readonly string Long = string.Concat(Enumerable.Repeat("""{"a":1}""", 1000));

    static void Map(WebApplication app)
    {
        app.MapGet("/bug", string () => throw new InvalidOperationException("secret"));
        app.MapGet("/busy", string () => throw new Refused(Errors.Throttled) { RetryAfter = 3 });
        app.MapGet("/number", (int value) => value);
        app.MapGet("/long", () => Results.Text(Long, "application/json"));
        app.MapGet("/api/canon/v1/temporaryStore/long", () => Results.Text(Long, "application/json"));
        app.MapGet("/url", (HttpRequest request, Urls urls) => urls.Absolute(request, "/a"));
        app.MapGet("/half", async (HttpContext context) =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("[1,2");
            throw new InvalidOperationException("secret");
        });
        app.MapPost("/api/echo", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            return await reader.ReadToEndAsync(Ct);
        }).WithBodyLimit(1_000_000);
    }

    static string Unpack(byte[] bytes)
    {
        using var reader = new StreamReader(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    static ByteArrayContent Packed(string text, Func<int, int>? cut = null)
    {
        var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        var content = new ByteArrayContent(buffer.ToArray(), 0, cut?.Invoke((int)buffer.Length) ?? (int)buffer.Length);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }
}
