using System.IO.Compression;
using System.Text.RegularExpressions;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Web;

/// <summary>The built web app, as browsers get it.</summary>
public sealed class AppFilesTests : IAsyncLifetime
{
    readonly Built _built = new();
    TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync(_built.Setting);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _built.Dispose();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/setup")]
    [InlineData("/sign-in?error=oidcFailed")]
    [InlineData("/invite")]
    [InlineData("/tokens")]
    [InlineData("/tokens/")]
    [InlineData("/tenants/tenants")]
    [InlineData("/app/workspace")]
    [InlineData("/app/workspace/T1/drafts/1/grid?f=%7B%7D")]
    [InlineData("/app/configui?tenantId=T1&page=/data/datasets")]
    [InlineData("/app/configui/?tenantId=T1&page=/data/datasets")]
    public async Task The_apps_routes_get_its_page_with_a_nonce_of_the_answers_own(string path)
    {
        var (first, second) = (await GetAsync(path), await GetAsync(path));
        foreach (var answer in new[] { first, second })
        {
            answer.Status.ShouldBe(200);
            answer.ContentHeaders.ContentType!.MediaType.ShouldBe("text/html");
            answer.Headers.CacheControl!.ToString().ShouldBe("no-cache");
            answer.Text.ShouldNotContain("__CSP_NONCE__");
            Regex.Count(answer.Text, Regex.Escape(Nonce(answer))).ShouldBe(2);
        }
        Nonce(first).ShouldNotBe(Nonce(second));
    }

    [Theory]
    [InlineData("/app", "/app/workspace")]
    [InlineData("/app/", "/app/workspace")]
    [InlineData("/tenants", "/tenants/tenants")]
    public async Task The_beginning_of_an_address_leads_to_the_page_there(string path, string page)
    {
        var answer = await GetAsync(path);
        (answer.Status, answer.Headers.Location!.ToString()).ShouldBe((302, page));
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/nothing")]
    [InlineData("/app/docs/nothing")]
    [InlineData("/app/other")]
    [InlineData("/nothing")]
    [InlineData("/index.html")]
    [InlineData("/assets/nothing-BkH3x9aQ.js")]
    [InlineData("/assets/")]
    [InlineData("/.stamp")]
    [InlineData("/../outside.js")]
    [InlineData("/assets/..%2f..%2foutside.js")]
    [InlineData("/assets/..%5c..%5coutside.js")]
    [InlineData("/%2e%2e/outside.js")]
    public async Task Nothing_else_does(string path)
    {
        var answer = await GetAsync(path);
        answer.Status.ShouldBe(404);
        answer.Text.ShouldNotContain("outside");
    }

    [Fact]
    public async Task The_API_is_as_it_is_without_the_app()
    {
        (await GetAsync("/api/v1/T1/datasets")).Codes.ShouldBe(["40101"]);
        (await GetAsync("/health")).Json.GetProperty("status").GetString().ShouldBe("ok");
        (await _server.Api("POST", "/tokens", "{}", "")).Status.ShouldBe(404);
        (await GetAsync("/app/docs")).Text.ShouldContain("swagger");
    }

    [Fact]
    public async Task A_file_is_sent_packed_as_the_browser_likes_and_kept_as_long_as_its_name()
    {
        foreach (var (accept, encoding) in new[] { ("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("identity", null), (null, null) })
        {
            var answer = await GetAsync(Built.Script, accept is null ? [] : [$"Accept-Encoding: {accept}"]);
            answer.Status.ShouldBe(200);
            answer.ContentHeaders.ContentType!.MediaType.ShouldBe("text/javascript");
            answer.ContentHeaders.ContentEncoding.ShouldBe(encoding is null ? [] : [encoding]);
            answer.Headers.Vary.ShouldContain("Accept-Encoding");
            answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
            Unpack(answer.Bytes, encoding).ShouldBe(Built.ScriptText);
        }
        (await GetAsync("/favicon.svg")).Headers.CacheControl!.ToString().ShouldBe("no-cache");
    }

    [Fact]
    public async Task A_file_that_the_browser_has_is_not_sent_again()
    {
        var first = await GetAsync("/favicon.svg");
        var again = await GetAsync("/favicon.svg", [$"If-None-Match: {first.Headers.ETag}"]);
        again.Status.ShouldBe(304);
        again.Bytes.ShouldBeEmpty();
        (await _server.Api("HEAD", Built.Script, null, "")).Bytes.ShouldBeEmpty();
        (await _server.Api("HEAD", "/", null, "")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Every_page_has_the_headers_that_keep_it_to_itself()
    {
        foreach (var path in new[] { "/", "/tokens", "/app/workspace" })
        {
            var answer = await GetAsync(path);
            Header(answer, "Content-Security-Policy").ShouldBe(
                $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{Nonce(answer)}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
                + "worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
            Header(answer, "X-Frame-Options").ShouldBe("DENY");
            Header(answer, "X-Content-Type-Options").ShouldBe("nosniff");
            Header(answer, "Referrer-Policy").ShouldBe("same-origin");
            Header(answer, "Cross-Origin-Opener-Policy").ShouldBe("same-origin");
            Header(answer, "Permissions-Policy").ShouldContain("camera=()");
            Header(answer, "Permissions-Policy").ShouldContain("clipboard-write=(self)");
        }
        Header(await GetAsync("/favicon.svg"), "Content-Security-Policy").ShouldStartWith("default-src 'none'");
        Header(await GetAsync("/app/docs"), "X-Frame-Options").ShouldBe("DENY");
        Header(await GetAsync("/app/docs"), "Content-Security-Policy").ShouldContain("frame-ancestors 'none'");
        Header(await GetAsync("/api/v1/T1/datasets"), "X-Content-Type-Options").ShouldBe("nosniff");
    }

    static string Header(Answer answer, string name) => answer.Headers.GetValues(name).Single();

    static string Nonce(Answer answer) => Regex.Match(Header(answer, "Content-Security-Policy"), "'nonce-([^']+)'").Groups[1].Value;

    static string Unpack(byte[] bytes, string? encoding)
    {
        using Stream stream = encoding switch
        {
            "br" => new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress),
            _ => new MemoryStream(bytes),
        };
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    Task<Answer> GetAsync(string path, string[]? headers = null) => _server.Api("GET", path, null, "", headers ?? []);
}
