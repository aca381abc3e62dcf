using System.Globalization;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;

namespace Espalier.Server.Tests.Whole.Fuzz;

/// <summary>One request and its answer on a bare connection.</summary>
sealed record Wire(int Status, ILookup<string, string> Headers, byte[] Body)
{
    public string? Header(string name) => Headers[name].FirstOrDefault();

    public static async Task<Wire> SendAsync(int port, FuzzRequest request, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync("127.0.0.1", port, patience.Token);
        await using var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(request.ToBytes($"127.0.0.1:{port}"), patience.Token);
        }
        catch (IOException)
        {
            // It has answered before it had read everything.
        }
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, patience.Token);
        return Parse(answer.ToArray(), request.Method == "HEAD", request.Path.Contains("temporaryStore"));
    }

    static Wire Parse(byte[] bytes, bool bodiless, bool isFile)
    {
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        end.ShouldBeGreaterThan(0, "no answer");
        var lines = Encoding.Latin1.GetString(bytes, 0, end).Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToLookup(h => h[0], h => h[1], StringComparer.OrdinalIgnoreCase);
        var body = bytes[(end + 4)..];
        if (headers["Transfer-Encoding"].Contains("chunked") && !bodiless)
            body = Unchunk(body);
        if (headers["Content-Encoding"].Contains("gzip") && body.Length > 0)
            body = Unpack(body, isFile);
        return new Wire(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, body);
    }

    static byte[] Unchunk(byte[] chunked)
    {
        var whole = new MemoryStream();
        for (var at = 0; ;)
        {
            var line = chunked.AsSpan(at).IndexOf("\r\n"u8);
            var size = int.Parse(Encoding.ASCII.GetString(chunked, at, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
                return whole.ToArray();
            whole.Write(chunked, at + line + 2, size);
            at += line + 2 + size + 2;
        }
    }

    static byte[] Unpack(byte[] packed, bool isFile)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        var whole = new MemoryStream();
        try
        {
            gzip.CopyTo(whole);
        }
        catch (InvalidDataException) when (isFile)
        {
            // A temporary file is given back as it was put, also when what was put as gzip is none.
            return packed;
        }
        return whole.ToArray();
    }
}
