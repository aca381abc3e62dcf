using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Espalier.Server.Tests.Whole.Fuzz;

/// <summary>Bends real requests: a little, so that they get far before somebody notices, or beyond recognition.</summary>
sealed class Mutator(Random random)
{
    static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "FOO", "get"];

    static readonly string[] Segments =
    [
        "not-a-uuid", "00000000-0000-0000-0000-000000000000", "%00", "%2e%2e", "..", "%ff%fe", "%C3%28", "", "%F0%9F%A7%97", "T2", "t1", "datasets", "items",
        "{datasetId}", "%22csv%22", "CSV", "%20", "a%2Fb", "'%3B--", "%25", "%", "%zz", "~", "%0d%0a", "export", "import",
    ];

    static readonly string?[] Values =
        [null, "", "true", "TRUE", "1", "%00", "%ff", "employeeID", "nothing", "%F0%9F%A7%97", "a,b", "csv", "gzip", "NaN", "-1", "%", "%zz", "'", "$", "+"];

    static readonly string[] Names =
    [
        "autoId", "idKey", "mergeKey", "implicitDelete", "clearToken", "noopToken", "dateFormat", "includeBOM", "lineEndings", "token", "resultEncoding",
        "encoding", "deleteOmittedProperties", "unknown", "%00", "", "AUTOID", "onActionValidationFailure",
    ];

    static readonly (string Name, string Value)[] Headers =
    [
        ("Content-Type", "text/csv"), ("Content-Type", "application/json; charset=utf-16"), ("Content-Type", ""), ("Content-Type", ";;"),
        ("Content-Type", "APPLICATION/JSON;charset=\"UTF-8\""), ("Content-Type", "application/json; charset=nonsense"), ("Content-Type", "multipart/form-data"),
        ("Content-Encoding", "gzip"), ("Content-Encoding", "br"), ("Content-Encoding", "gzip, gzip"), ("Accept-Encoding", "gzip"), ("Accept-Encoding", "*;q=0"),
        ("Accept-Encoding", ",,;q=nan"), ("Accept", "text/html"), ("Authorization", ""), ("Authorization", "Bearer"), ("Authorization", "Bearer x.y.z"),
        ("Authorization", "Basic YTpi"), ("Authorization", "Bearer  "), ("X-Forwarded-For", "1.2.3.4, nonsense"), ("X-Forwarded-Proto", "gopher"),
        ("X-Amzn-Trace-Id", "Root=nonsense;;;"), ("Range", "bytes=5-1"), ("If-None-Match", "*"), ("Expect", "100-continue"), ("X-HTTP-Method-Override", "DELETE"),
        ("Origin", "null"), ("Cookie", "a=b; c"), ("Upgrade", "h2c"), ("Traceparent", "00-zz"),
    ];

    static readonly string[] JsonValues =
    [
        "null", "true", "0", "-1", "1e999", "1e-999", "123456789012345678901234567890", "-0.0", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "{}", "[]", "[[]]", "[null]",
        "{\"\":1}", "\"2020-13-45\"", "\"employeeID\"", "\"🧗\"", "{\"$gt\":{}}", "{\"$in\":[[]]}", "{\"$where\":\"1\"}", "\"{{jobStatus\"", "\"http://127.0.0.1:1/\"",
        "\"file:///etc/passwd\"", "\"https://\"", "\"//x\"", "\"javascript:1\"", "1.5", "\"LINKS\"", "\"_x\"", "'x'", "NaN", "Infinity", "undefined", "01", ".5", "+1",
    ];

    public void Bend(FuzzRequest request)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
            switch (random.Next(12))
            {
                case 0:
                    request.Method = One(Methods);
                    break;
                case 1:
                    request.Path[random.Next(request.Path.Count)] = Segment();
                    break;
                case 2:
                    BendQuery(request.Query);
                    break;
                case 3 or 4:
                    BendHeaders(request);
                    break;
                case 5:
                    request.Body = random.Next(4) switch { 0 => null, 1 => [], _ => Noise(random.Next(200)) };
                    break;
                case 6 or 7 when request.Body is { } body:
                    request.Body = BendBytes(body);
                    break;
                case 8 when request.Body is { } body:
                    request.Body = Pack(body);
                    request.Headers.Add(("Content-Encoding", "gzip"));
                    break;
                default:
                    if (request.Body is { } json)
                        request.Body = BendJson(json);
                    else
                        BendQuery(request.Query);
                    break;
            }
        // A target with raw bytes, controls or blanks is no HTTP, nor is a percent sign that stands for nothing good.
        request.MayBeNoHttp |= request.Target.Any(c => c <= ' ' || c > '~') || request.Target.Contains('%', StringComparison.Ordinal);
    }

    string Segment() => random.Next(12) switch
    {
        0 => new string('a', random.Next(3000)),
        1 => Guid.NewGuid().ToString("D"),
        _ => One(Segments),
    };

    void BendQuery(List<(string Name, string? Value)> query)
    {
        var at = query.Count == 0 ? -1 : random.Next(query.Count);
        switch (random.Next(4))
        {
            case 0 when at >= 0:
                query.Add(query[at]);
                break;
            case 1 when at >= 0:
                query.RemoveAt(at);
                break;
            case 2 when at >= 0:
                query[at] = (query[at].Name, Value());
                break;
            default:
                query.Add((One(Names), Value()));
                break;
        }
    }

    string? Value() => random.Next(15) == 0 ? new string('v', random.Next(4000)) : One(Values);

    void BendHeaders(FuzzRequest request)
    {
        if (random.Next(4) == 0 && request.Headers.Count > 0)
            request.Headers.RemoveAt(random.Next(request.Headers.Count));
        else if (random.Next(6) == 0)
        {
            request.Headers.Add(($"X-{random.Next()}", Encoding.Latin1.GetString(Noise(20)).Replace('\r', ' ').Replace('\n', ' ')));
            request.MayBeNoHttp = true;
        }
        else
        {
            var header = One(Headers);
            if (random.Next(3) > 0)
                request.Headers.RemoveAll(h => h.Name == header.Name);
            request.Headers.Add(header);
        }
    }

    /// <summary>Also good for CSV.</summary>
    public byte[] BendBytes(byte[] body)
    {
        var at = random.Next(body.Length + 1);
        var bytes = body.ToList();
        switch (random.Next(9))
        {
            case 0:
                return body[..at];
            case 1:
                bytes.Insert(at, (byte)random.Next(256));
                break;
            case 2 when at < body.Length:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 3:
                bytes.InsertRange(at, [0xff, 0xfe, 0xc3]);
                break;
            case 4:
                bytes.Insert(at, 0);
                break;
            case 5:
                bytes.InsertRange(at, One(",", "\"", "\n", "\r", "\t", "\\", "]", "}", "{", "[", ":", "/*", "//", "\uFEFF") is var s ? Encoding.UTF8.GetBytes(s) : []);
                break;
            case 6:
                bytes.InsertRange(at, Enumerable.Repeat((byte)One('[', '{', '"', '9', ',', '\n'), random.Next(20_000)));
                break;
            case 7:
                return [.. body, .. body];
            default:
                var end = random.Next(at, body.Length + 1);
                bytes.RemoveRange(at, end - at);
                break;
        }
        return [.. bytes];
    }

    /// <summary>Replaces, removes or doubles one node of the document; where an earlier bend left none, some of its bytes.</summary>
    byte[] BendJson(byte[] body)
    {
        try
        {
            var root = JsonNode.Parse(body);
            List<JsonNode> nodes = [.. Nodes(root)];
            return Encoding.UTF8.GetBytes(nodes.Count == 0 ? One(JsonValues) : BendNode(One(nodes), root!));
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return BendBytes(body);
        }
    }

    string BendNode(JsonNode node, JsonNode root)
    {
        const string Mark = "<<here>>";
        var value = random.Next(10) == 0 ? new string('[', 200) + new string(']', 200) : One(JsonValues);
        switch (node)
        {
            case JsonObject o when random.Next(3) == 0 || o.Count == 0:
                o[One("extra", "_action", "_id", "key", "$and", "")] = Mark;
                break;
            case JsonObject o:
                var key = o.ElementAt(random.Next(o.Count)).Key;
                if (random.Next(4) == 0)
                    o.Remove(key);
                else
                    o[key] = Mark;
                if (random.Next(4) == 0)
                    value = $"1,{JsonSerializer.Serialize(key)}:2";
                break;
            case JsonArray a when random.Next(3) == 0 || a.Count == 0:
                a.Add(random.Next(2) == 0 && a.Count > 0 ? a[0]?.DeepClone() : Mark);
                break;
            case JsonArray a:
                a[random.Next(a.Count)] = Mark;
                break;
        }
        return root.ToJsonString().Replace($"\"{JsonEncodedText.Encode(Mark)}\"", value, StringComparison.Ordinal);
    }

    static IEnumerable<JsonNode> Nodes(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(member => Nodes(member.Value)).Prepend(o),
        JsonArray a => a.SelectMany(Nodes).Prepend(a),
        _ => [],
    };

    static byte[] Pack(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(body);
        return packed.ToArray();
    }

    byte[] Noise(int length)
    {
        var noise = new byte[length];
        random.NextBytes(noise);
        return noise;
    }

    T One<T>(params IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
