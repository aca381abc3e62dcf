using System.Buffers;
using System.Text.Json;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Snapshots;

namespace Espalier.Server.Imports.Payloads;

/// <summary>
/// Reads actions from a JSON array of objects, api.md 10.1, without ever holding more of it than one object or one buffer.
/// Objects mostly name their members in the same order, so the next member is guessed from the last one.
/// </summary>
public sealed class JsonActions : IActionReader
{
    readonly PayloadStream _text;
    readonly PayloadStream _raw;
    readonly PayloadLimits _limits;
    readonly BatchMaker _batches;
    readonly JsonMembers _members;
    byte[] _buffer;
    int _start;
    int _end;
    bool _final;
    long _consumed;
    long _elements;
    JsonReaderState _state;
    bool _ended;

    internal JsonActions(PayloadStream text, PayloadStream raw, DatasetDefinition definition, PayloadLimits limits)
    {
        _text = text;
        _raw = raw;
        _limits = limits;
        _batches = new(definition.Properties.Length, limits);
        _members = new(definition);
        _buffer = ArrayPool<byte>.Shared.Rent(limits.Buffer);
        _consumed = text.Taken;
    }

    public long BytesRead => _raw.Taken;

    public async ValueTask<ActionBatch?> ReadAsync(CancellationToken ct)
    {
        if (_ended)
            return null;
        var batch = _batches.Open();
        try
        {
            while (!Parse(batch) && !_ended)
                await FillAsync(ct);
            var given = _batches.Close(batch);
            batch = null;
            return given;
        }
        finally
        {
            batch?.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        await _text.DisposeAsync();
    }

    /// <summary>Keeps what was not consumed and fills the buffer behind it, so that a long object is not parsed over and over.</summary>
    async ValueTask FillAsync(CancellationToken ct)
    {
        var left = _end - _start;
        if (left > _buffer.Length / 2)
        {
            if (left > _limits.ActionBytes)
                throw new PayloadException($"An action is larger than {_limits.ActionBytes} bytes.", _consumed, _elements + 1);
            var grown = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(_start, left).CopyTo(grown);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = grown;
        }
        else
            _buffer.AsSpan(_start, left).CopyTo(_buffer);
        (_start, _end) = (0, left);

        while (_end < _buffer.Length)
        {
            var got = await _text.ReadAsync(_buffer.AsMemory(_end), ct);
            if (got == 0)
            {
                _final = true;
                break;
            }
            _end += got;
        }
    }

    /// <summary>Takes whole actions from the buffer. False when more bytes are needed, or none are left.</summary>
    bool Parse(ActionBatch batch)
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _final, _state);
        var whole = 0;
        try
        {
            while (!BatchMaker.IsFull(batch))
            {
                if (!ReadElement(ref reader, batch))
                    return false;
                _state = reader.CurrentState;
                whole = (int)reader.BytesConsumed;
            }
            return true;
        }
        catch (JsonException e)
        {
            throw Wrong($"The payload is not valid JSON: {e.Message.Split(" LineNumber:")[0].TrimEnd('.')}.", reader);
        }
        finally
        {
            _start += whole;
            _consumed += whole;
        }
    }

    bool ReadElement(ref Utf8JsonReader reader, ActionBatch batch)
    {
        if (!reader.Read())
        {
            _ended = _final;
            return false;
        }
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when reader.CurrentDepth == 1:
                if (!_members.Take(ref reader, batch, _elements))
                    return false;
                _elements++;
                return true;
            case JsonTokenType.StartArray when reader.CurrentDepth == 0:
            case JsonTokenType.EndArray:
                return true;
            default:
                throw Wrong(reader.CurrentDepth == 0
                    ? "The payload must be an array of actions."
                    : "Each element of the array must be an object.", reader, isMisshapen: true);
        }
    }

    PayloadException Wrong(string message, in Utf8JsonReader reader, bool isMisshapen = false) =>
        new(message, _consumed + reader.BytesConsumed, reader.CurrentDepth == 0 && _elements == 0 ? null : _elements + 1)
        {
            IsMisshapen = isMisshapen,
        };
}
