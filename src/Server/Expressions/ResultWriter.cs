using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Values;
using Espalier.Server.Http;

namespace Espalier.Server.Expressions;

/// <summary>
/// Writes the answer to an evaluation piece by piece: a million results are never in memory at once. A result that is too
/// large is left out, and so are those that would make the answer too large.
/// </summary>
sealed class ResultWriter(PipeWriter output, ExpressionOptions options) : IAsyncDisposable
{
    const int Large = 64 * 1024;
    const int LongSource = 1000;

    static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly Utf8JsonWriter _json = new(output, Format);
    readonly Utf8JsonWriter _one = new(Stream.Null, Format);
    ArrayBufferWriter<byte> _buffer = new(Large);
    long _flushed;

    long Written => _json.BytesCommitted + _json.BytesPending;

    public void WriteHead(string source, Compilation compilation)
    {
        _json.WriteStartObject();
        _json.WritePropertyName("diagnostics");
        JsonSerializer.Serialize(_json, compilation.Diagnostics.Select(d => Describe(d, source)), Json.Options);
        if (compilation.Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) is { } error)
            _json.WriteString("error", error.ParseError(source.Length > LongSource ? source[..LongSource] : source));
        _json.WriteString("plan", compilation.Plan);
        _json.WriteStartArray("results");
    }

    /// <param name="node">The id as it was asked for; null: the row's own.</param>
    public void WriteResult(GizmoDataset dataset, JsonElement? node, int row, NodeResult result)
    {
        _json.WriteStartObject();
        _json.WritePropertyName("node");
        if (node is { } id)
            id.WriteTo(_json);
        else
            ValueJson.Write(_json, dataset.IdOf(row));
        _json.WritePropertyName("result");
        var error = WriteValue(result.Value) ?? result.Error;
        if (error is not null)
            _json.WriteString("error", error);
        _json.WriteEndObject();
    }

    public void WriteMissing(JsonElement node, string error)
    {
        _json.WriteStartObject();
        _json.WritePropertyName("node");
        node.WriteTo(_json);
        _json.WriteNull("result");
        _json.WriteString("error", error);
        _json.WriteEndObject();
    }

    public void WriteEnd()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    public async ValueTask FlushIfLargeAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (Written - _flushed < Large)
            return;
        _flushed = Written;
        _json.Flush();
        await output.FlushAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _json.DisposeAsync();
        await _one.DisposeAsync();
    }

    /// <summary>Writes a value, or null and tells why.</summary>
    string? WriteValue(Value value)
    {
        if (value.Kind is not (ValueKind.Collection or ValueKind.Array or ValueKind.Object))
        {
            ValueJson.Write(_json, value);
            return null;
        }
        if (Written > options.MaxAnswerMegabytes * 1048576L)
        {
            _json.WriteNullValue();
            return "The answer is too large";
        }
        if (_buffer.Capacity > 1048576)
            _buffer = new(Large);
        _buffer.ResetWrittenCount();
        _one.Reset(_buffer);
        if (ValueJson.TryWrite(_one, value, options.MaxResultMegabytes * 1048576L))
        {
            _one.Flush();
            _json.WriteRawValue(_buffer.WrittenSpan, skipInputValidation: true);
            return null;
        }
        _json.WriteNullValue();
        return "The result is too large";
    }

    static ExpressionDiagnostic Describe(Diagnostic diagnostic, string source)
    {
        var (line, column) = diagnostic.Span.LineAndColumn(source);
        return new(diagnostic.Severity == Severity.Error ? "error" : "warning", diagnostic.Code, diagnostic.Message,
            new(diagnostic.Span.Start, diagnostic.Span.End), line, column, diagnostic.Suggestion);
    }
}
