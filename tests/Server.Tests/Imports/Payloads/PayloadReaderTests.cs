using System.IO.Compression;
using System.Text;
using Espalier.Engine.Changes.Actions;
using Espalier.Server.Imports.Payloads;

namespace Espalier.Server.Tests.Imports.Payloads;

/// <summary>What holds for payloads of every format: packing, characters, sizes.</summary>
public sealed class PayloadReaderTests
{
    const string Csv = "_action,id\ncreate,1\n";
    const string Json = "[{\"_action\":\"create\",\"id\":\"1\"}]";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Csv)]
    [InlineData(Json)]
    [InlineData("\uFEFF" + Json)]
    [InlineData(" \r\n\t" + Json)]
    [InlineData("\uFEFF" + Csv)]
    public async Task Without_a_format_the_first_character_decides(string text) =>
        (await PayloadText.ReadAsync(text, null)).ShouldBe(["_action=create|id=1"]);

    [Theory]
    [InlineData("application/json; charset=UTF-8", PayloadFormat.Json)]
    [InlineData("Text/CSV", PayloadFormat.Csv)]
    [InlineData("text/tab-separated-values ; x=y", PayloadFormat.Tsv)]
    [InlineData("application/octet-stream", null)]
    [InlineData(null, null)]
    public void A_content_type_names_a_format(string? contentType, PayloadFormat? format) =>
        PayloadReader.FormatOf(contentType).ShouldBe(format);

    [Fact]
    public async Task Gzip_is_unpacked()
    {
        foreach (var chunk in (int[])[1, 100, int.MaxValue])
        {
            (await PayloadText.ReadAsync(Pack(Csv), null, chunk)).ShouldBe(["_action=create|id=1"]);
            (await PayloadText.ReadAsync(Pack(Json), PayloadFormat.Json, chunk)).ShouldBe(["_action=create|id=1"]);
            (await PayloadText.ReadAsync([.. Pack(Csv), .. Pack("update,2\n")], null, chunk)).ShouldBe(["_action=create|id=1", "_action=update|id=2"]);
        }
    }

    [Fact]
    public async Task Truncated_gzip_is_refused_wherever_it_is_cut()
    {
        var text = "_action,id\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"create,{i * 7919 % 10007}\n"));
        var packed = Pack(text);
        foreach (var cut in (int[])[3, 9, 10, 11, packed.Length / 2, packed.Length - 9, packed.Length - 8, packed.Length - 1])
            await Should.ThrowAsync<PayloadException>(() => PayloadText.ReadAsync(packed[..cut], PayloadFormat.Csv), $"cut at {cut}");
        packed[packed.Length / 2] ^= 0x55;
        await Should.ThrowAsync<PayloadException>(() => PayloadText.ReadAsync(packed, PayloadFormat.Csv));
    }

    [Fact]
    public async Task A_gzip_bomb_is_unpacked_no_further_than_the_limit()
    {
        using var bomb = new MemoryStream();
        await using (var gzip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync("_action,id\n"u8.ToArray(), Ct);
            var lines = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("create,1\n", 100_000)));
            for (var i = 0; i < 100; i++)
                await gzip.WriteAsync(lines, Ct);
        }
        bomb.Position = 0;
        await using var reader = await PayloadReader.OpenAsync(bomb, null, PayloadText.People, new() { Bytes = 50_000_000 }, Ct);
        var read = 0;
        var error = await Should.ThrowAsync<PayloadException>(async () =>
        {
            for (; await reader.ReadAsync(Ct) is { } batch; read++)
                batch.Dispose();
        });
        read.ShouldBeGreaterThan(100);
        error.Message.ShouldContain("larger than 50000000 bytes");
    }

    [Theory]
    [InlineData(new byte[] { 0xC3 }, 18)]
    [InlineData(new byte[] { 0xFF }, 18)]
    [InlineData(new byte[] { 0xE2, 0x82, 0x41 }, 18)]
    [InlineData(new byte[] { 0xF0, 0x9F, 0xC3, 0xE2, 0x41 }, 18)]
    [InlineData(new byte[] { 0x61, 0xC3, 0xA9, 0xED, 0xA0, 0x80 }, 21)]
    [InlineData(new byte[] { 0xC0, 0x80 }, 18)]
    public async Task What_is_not_UTF8_is_refused_with_the_byte(byte[] wrong, long offset)
    {
        byte[] bytes = [.. "_action,id\ncreate,"u8, .. wrong];
        foreach (var chunk in (int[])[1, 2, 3, 4, int.MaxValue])
        {
            var error = await Should.ThrowAsync<PayloadException>(() => PayloadText.ReadAsync(bytes, PayloadFormat.Csv, chunk));
            error.ByteOffset.ShouldBe(offset);
            error.Message.ShouldContain("UTF-8");
        }
    }

    [Fact]
    public async Task UTF16_is_refused() =>
        (await Should.ThrowAsync<PayloadException>(() => PayloadText.ReadAsync([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Csv)], null)))
            .ByteOffset.ShouldBe(0);

    static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
