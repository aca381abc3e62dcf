using System.Text;

namespace Espalier.Server.Tests.Whole.Fuzz;

/// <summary>A request as it goes over the wire, byte for byte, so that it may be as wrong as one likes.</summary>
sealed class FuzzRequest
{
    public required string Method { get; set; }

    /// <summary>The segments of the path, escaped as they shall be sent.</summary>
    public required List<string> Path { get; init; }

    /// <summary>Escaped as they shall be sent; without a value there is no equals sign.</summary>
    public List<(string Name, string? Value)> Query { get; init; } = [];

    public List<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Null for none at all, which also sends no length.</summary>
    public byte[]? Body { get; set; }

    /// <summary>Whether it may be wrong as HTTP: then the web server itself may answer, with a bare status.</summary>
    public bool MayBeNoHttp { get; set; }

    public string Target => '/' + string.Join('/', Path)
        + (Query.Count == 0 ? "" : '?' + string.Join('&', Query.Select(q => q.Value is null ? q.Name : $"{q.Name}={q.Value}")));

    public byte[] ToBytes(string host)
    {
        var head = new StringBuilder($"{Method} {Target} HTTP/1.1\r\n");
        foreach (var (name, value) in Headers.Prepend(("Host", host)).Append(("Connection", "close")))
            head.Append($"{name}: {value}\r\n");
        if (Body is not null)
            head.Append($"Content-Length: {Body.Length}\r\n");
        return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. Body ?? []];
    }

    /// <summary>To find out what was wrong with it, shortened.</summary>
    public override string ToString()
    {
        var text = Encoding.Latin1.GetString(ToBytes("server"));
        return text.Length <= 3000 ? text : text[..3000] + $"… ({text.Length} bytes)";
    }
}
