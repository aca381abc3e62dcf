using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;

namespace Espalier.Server.Http.Requests;

/// <summary>
/// Reads a request's JSON body whole. What is wrong with the header or the bytes is noted as a problem, so that it is
/// told together with the rest of the request's problems; then, and when there is no body, the answer is null.
/// </summary>
public static class JsonBody
{
    public const int MaxDepth = 64;

    static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>The body, null when there is none or when a problem was noted.</summary>
    public static async Task<JsonField?> OptionalAsync(HttpContext context, Problems problems, CancellationToken ct) =>
        await BytesAsync(context, problems, ct) is { Length: > 0 } bytes ? Parse(bytes, problems) : null;

    /// <summary>The body; a missing one is a problem.</summary>
    public static async Task<JsonField?> RequiredAsync(HttpContext context, Problems problems, CancellationToken ct)
    {
        if (await BytesAsync(context, problems, ct) is not { } bytes)
            return null;
        if (bytes.Length > 0)
            return Parse(bytes, problems);

        problems.Add(Errors.FieldIsRequired with { JsonBody = "$" });
        return null;
    }

    /// <summary>
    /// The bytes of a JSON body that nobody has looked at yet: empty when there is no body, null when a problem with
    /// the content type was noted.
    /// </summary>
    public static async Task<ReadOnlyMemory<byte>?> BytesAsync(HttpContext context, Problems problems, CancellationToken ct)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
            return ReadOnlyMemory<byte>.Empty;

        var isJson = IsJson(context.Request.ContentType);
        if (!isJson && context.Request.ContentLength > 0)
        {
            problems.Add(Errors.ContentTypeIsNotImplemented);
            return null;
        }

        var bytes = await ReadAllAsync(context.Request, ct);
        if (isJson || bytes.Length == 0)
            return bytes;

        problems.Add(Errors.ContentTypeIsNotImplemented);
        return null;
    }

    /// <summary>Parses a JSON text; null when it is none, and then the problem with its place has been noted.</summary>
    public static JsonField? Parse(ReadOnlyMemory<byte> bytes, Problems problems)
    {
        if (bytes.Span.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            if (!Utf8.IsValid(bytes.Span))
                throw new JsonException($"Byte {FirstInvalid(bytes.Span)} is not UTF-8.");
            CheckEscapes(bytes.Span);
            using var document = JsonDocument.Parse(bytes, Strict);
            return new JsonField(document.RootElement.Clone(), "$", problems);
        }
        catch (JsonException e)
        {
            problems.Add(Errors.RequestBodyMustBeValidJson(Explain(e)));
            return null;
        }
    }

    /// <summary>What a JSON reader says, with its place counted from 1 as editors do.</summary>
    public static string Explain(JsonException e)
    {
        var sentence = e.Message.Split(" LineNumber:", 2)[0].Split(" Path:", 2)[0];
        return e.LineNumber is { } line ? $"{sentence} (line {line + 1}, byte {e.BytePositionInLine + 1})" : sentence;
    }

    static bool IsJson(string? header) =>
        MediaTypeHeaderValue.TryParse(header, out var type)
        && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));

    static async Task<byte[]> ReadAllAsync(HttpRequest request, CancellationToken ct)
    {
        var expected = Math.Min(request.ContentLength ?? 0, BodyLimits.Usual);
        using var buffer = new MemoryStream((int)expected);
        await request.Body.CopyToAsync(buffer, ct);
        return buffer.Length == buffer.Capacity ? buffer.GetBuffer() : buffer.ToArray();
    }

    static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done)
            at += length;
        return at + 1;
    }

    /// <summary>Half a surrogate pair is valid syntax, but no text: it is found here, or it would surprise later.</summary>
    static void CheckEscapes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("\\ud"u8) < 0 && bytes.IndexOf("\\uD"u8) < 0)
            return;

        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped)
                continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                throw new JsonException($"The text at byte {reader.TokenStartIndex + 1} has half a surrogate pair.");
            }
        }
    }
}
