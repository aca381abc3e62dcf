using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Espalier.Server.Files;
using Espalier.Server.Tests.Support;
using Microsoft.Extensions.Hosting;

namespace Espalier.Server.Tests.Files;

public sealed class TemporaryFileTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_put_is_got_with_the_target_type()
    {
        await using var server = await TestServer.StartAsync();
        foreach (var (type, contentType) in new[]
        {
            ("json", "application/json; charset=UTF-8"), ("csv", "text/csv; charset=UTF-8"), ("tsv", "text/tab-separated-values; charset=UTF-8"),
        })
        {
            var (get, put) = await Generate(server, type);
            get.ShouldStartWith($"{server.Url}/api/canon/v1/temporaryStore?token=");
            get.ShouldNotBe(put);
            (await server.Api("GET", get, token: "")).Status.ShouldBe(404);

            var bytes = RandomNumberGenerator.GetBytes(300_000);
            var answer = await server.Api("PUT", put, Bytes(bytes, "application/json; charset=UTF-8"), token: "");
            (answer.Status, answer.Bytes.Length).ShouldBe((200, 0));
            answer = await server.Api("GET", get, token: "");
            answer.Status.ShouldBe(200);
            answer.Bytes.ShouldBe(bytes);
            answer.ContentHeaders.ContentType!.ToString().ToUpperInvariant().ShouldBe(contentType.ToUpperInvariant());
            answer.ContentHeaders.ContentLength.ShouldBe(bytes.Length);
            answer.ContentHeaders.ContentEncoding.ShouldBeEmpty();
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task The_last_write_counts_and_no_content_type_is_needed()
    {
        await using var server = await TestServer.StartAsync();
        var (get, put) = await Generate(server);
        await server.Api("PUT", put, Bytes("first"u8.ToArray(), null), token: "");
        await server.Api("PUT", put, Bytes("second"u8.ToArray(), "application/octet-stream"), token: "");
        (await server.Api("GET", get, token: "")).Text.ShouldBe("second");
        await server.Api("PUT", put, Bytes([], null), token: "");
        (await server.Api("GET", get, token: "")).Bytes.ShouldBeEmpty();
        Contents(server).Length.ShouldBe(1);        // replaced contents are gone
    }

    [Theory]
    [InlineData("gzip", true, true, true)]
    [InlineData("gzip", false, true, true)]
    [InlineData("gzip", false, false, false)]
    [InlineData("identity", true, true, true)]
    [InlineData("identity", false, true, false)]
    public async Task Gzip_is_stored_as_sent_and_said_when_it_is_meant(string targetEncoding, bool header, bool packed, bool said)
    {
        await using var server = await TestServer.StartAsync();
        var (get, put) = await Generate(server, "csv", targetEncoding);
        var bytes = packed ? Gzip("a,b\n1,2\n"u8.ToArray()) : "a,b\n1,2\n"u8.ToArray();
        var content = Bytes(bytes, "text/csv");
        if (header)
            content.Headers.ContentEncoding.Add("gzip");
        (await server.Api("PUT", put, content, token: "")).Status.ShouldBe(200);

        var answer = await server.Api("GET", get, token: "");
        answer.Bytes.ShouldBe(bytes);
        answer.ContentHeaders.ContentEncoding.Contains("gzip").ShouldBe(said);
    }

    [Fact]
    public async Task Each_url_is_good_for_one_thing()
    {
        await using var server = await TestServer.StartAsync();
        var (get, put) = await Generate(server);
        await server.Api("PUT", put, Bytes("x"u8.ToArray(), null), token: "");
        foreach (var answer in new[]
        {
            await server.Api("GET", put, token: ""),
            await server.Api("PUT", get, Bytes("y"u8.ToArray(), null), token: ""),
            await server.Api("GET", get + "A", token: ""),
            await server.Api("GET", get[..^6], token: ""),
            await server.Api("GET", TemporaryFiles.Path, token: ""),
            await server.Api("GET", $"{get}&token=x", token: ""),
        })
        {
            answer.Status.ShouldBe(403);
            answer.Codes.ShouldBe(["403904"]);
        }
        (await server.Api("GET", get, token: "")).Text.ShouldBe("x");
        (await server.Api("POST", get, token: "")).Status.ShouldBe(405);
    }

    [Fact]
    public async Task Everything_wrong_with_a_new_file_is_told_at_once()
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.Api("POST", "files/generate", """{"targetType":"xml","targetEncoding":"br"}""");
        answer.Codes.ShouldBe(["400904", "400904"]);
        (await server.Api("POST", "files/generate", "{}")).Codes.ShouldBe(["400902", "400902"]);
        (await server.Api("POST", "files/generate", """{"targetType":1,"targetEncoding":null}""")).Codes.ShouldBe(["400903", "400902"]);
        (await server.Api("POST", "files/generate")).Codes.ShouldBe(["400902"]);
        (await server.Api("POST", "files/generate", "[]")).Codes.ShouldBe(["400903"]);
        (await server.Api("POST", "files/generate", "{}", token: "")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Urls_survive_a_restart_and_end_after_fifteen_minutes()
    {
        await using var server = await TestServer.StartAsync();
        var (get, put) = await Generate(server);
        await server.Api("PUT", put, Bytes("kept"u8.ToArray(), null), token: "");
        await server.RestartAsync();
        (await server.Api("GET", get, token: "")).Text.ShouldBe("kept");

        server.Time.Advance(TimeSpan.FromMinutes(14));
        (await server.Api("PUT", put, Bytes("late"u8.ToArray(), null), token: "")).Status.ShouldBe(200);
        server.Time.Advance(TimeSpan.FromMinutes(1.1));
        (await server.Api("GET", get, token: "")).Codes.ShouldBe(["403904"]);
        (await server.Api("PUT", put, Bytes("too late"u8.ToArray(), null), token: "")).Codes.ShouldBe(["403904"]);
    }

    [Fact]
    public async Task The_sweeper_deletes_what_has_had_its_time_and_what_belongs_to_nothing()
    {
        await using var server = await TestServer.StartAsync();
        var (_, put) = await Generate(server);
        await server.Api("PUT", put, Bytes("x"u8.ToArray(), null), token: "");
        await using (var orphan = server.Get<TemporaryFiles>().BeginContent())
            await orphan.CompleteAsync(Ct);
        await File.WriteAllTextAsync(Path.Combine(server.Folder, "files", "abc.part"), "unfinished", Ct);
        var sweeper = server.Get<IEnumerable<IHostedService>>().OfType<Sweeper>().Single();

        await sweeper.SweepAsync(Ct);
        Contents(server).Length.ShouldBe(3);
        server.Time.Advance(TimeSpan.FromMinutes(16));
        await sweeper.SweepAsync(Ct);
        Contents(server).Length.ShouldBe(2);
        server.Time.Advance(TimeSpan.FromMinutes(50));
        await sweeper.SweepAsync(Ct);
        Contents(server).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_whether_or_not_it_says_so()
    {
        await using var server = await TestServer.StartAsync("Files:MaxBytes=100000");
        var (get, put) = await Generate(server);
        await server.Api("PUT", put, Bytes("old"u8.ToArray(), null), token: "");
        (await server.Api("PUT", put, Bytes(new byte[100_001], null), token: "")).Codes.ShouldBe(["41390"]);
        (await server.Api("PUT", put, new StreamContent(new Endless(new MemoryStream(new byte[200_000]))), token: "")).Codes.ShouldBe(["41390"]);
        (await server.Api("PUT", put, Bytes(new byte[100_000], null), token: "")).Status.ShouldBe(200);
        (await server.Api("GET", get, token: "")).Bytes.Length.ShouldBe(100_000);
        Contents(server).Length.ShouldBe(1);
    }

    [Fact]
    public async Task An_interrupted_upload_leaves_the_old_content()
    {
        await using var server = await TestServer.StartAsync();
        var (get, put) = await Generate(server);
        await server.Api("PUT", put, Bytes("old"u8.ToArray(), null), token: "");
        using (var socket = new Socket(SocketType.Stream, ProtocolType.Tcp))
        {
            await socket.ConnectAsync(IPAddress.Loopback, new Uri(put).Port, Ct);
            await socket.SendAsync(Encoding.ASCII.GetBytes(
                $"PUT {new Uri(put).PathAndQuery} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000\r\n\r\nonly this"), Ct);
            await Soon.HoldsAsync(() => Contents(server).Length == 2);
        }
        await Soon.HoldsAsync(() => Contents(server).Length == 1);
        (await server.Api("GET", get, token: "")).Text.ShouldBe("old");
    }

    [Fact]
    public async Task Nothing_readable_lies_in_the_folder_and_only_the_owner_may_look()
    {
        await using var server = await TestServer.StartAsync();
        var (_, put) = await Generate(server);
        await server.Api("PUT", put, Bytes(Encoding.UTF8.GetBytes("a very secret salary"), null), token: "");
        var content = Contents(server).ShouldHaveSingleItem();
        Encoding.UTF8.GetString(await File.ReadAllBytesAsync(content, Ct)).ShouldNotContain("secret");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(content).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.GetUnixFileMode(Path.Combine(server.Folder, "keys", "files.key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    static string[] Contents(TestServer server) => Directory.GetFiles(Path.Combine(server.Folder, "files"));

    static async Task<(string Get, string Put)> Generate(TestServer server, string type = "json", string encoding = "identity")
    {
        var answer = await server.Api("POST", "files/generate", new { targetType = type, targetEncoding = encoding });
        answer.Status.ShouldBe(200);
        return (answer.Json.GetProperty("get").GetString()!, answer.Json.GetProperty("put").GetString()!);
    }

    static ByteArrayContent Bytes(byte[] bytes, string? contentType)
    {
        var content = new ByteArrayContent(bytes);
        if (contentType is not null)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return content;
    }

    static byte[] Gzip(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return target.ToArray();
    }

    /// <summary>Has no length to tell, so it is sent in chunks.</summary>
    sealed class Endless(Stream inner) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
