using Espalier.Engine.Columns;
using Espalier.Server.Exports.Writing;
using Espalier.Server.Http;

namespace Espalier.Server.History;

/// <summary>Writes changes as a JSON array, entry by entry: a million of them take no more memory than a few.</summary>
static class ChangeWriter
{
    const int Flush = 64 * 1024;

    public static async Task WriteAsync(ChangeList changes, long offset, long limit, Stream output, CancellationToken ct)
    {
        using var stamp = Stamp(changes);
        var buffer = new ByteBuffer(Flush + Flush / 4);
        try
        {
            buffer.Write((byte)'[');
            var number = 0L;
            foreach (var entry in changes.Entries())
            {
                if (number++ < offset)
                    continue;
                if (number - offset > limit)
                    break;
                if (number > offset + 1)
                    buffer.Write((byte)',');
                Write(entry, stamp, buffer);
                if (buffer.Length < Flush)
                    continue;
                await output.WriteAsync(buffer.Written, ct);
                buffer.Dispose();
                buffer = new(Flush + Flush / 4);
            }
            buffer.Write((byte)']');
            await output.WriteAsync(buffer.Written, ct);
        }
        finally
        {
            buffer.Dispose();
        }
    }

    static void Write(in ChangeEntry entry, ByteBuffer stamp, ByteBuffer into)
    {
        var id = entry.Item is { } item ? Ids.Print(item) : null;
        into.Write("{\"changeId\":"u8);
        Print.JsonText(entry.Key is null ? id! : $"{id ?? "definition"}/{entry.Key}", into);
        if (id is not null)
        {
            into.Write(",\"_id\":"u8);
            Print.JsonText(id, into);
        }
        into.Write(",\"_action\":"u8);
        Print.JsonText(entry.Action, into);
        into.Write(",\"label\":"u8);
        Print.JsonText(Label(entry.Label), into);
        if (entry.Key is not null)
        {
            into.Write(",\"key\":"u8);
            Print.JsonText(entry.Key, into);
        }
        into.Write(",\"old\":"u8);
        WriteValue(entry.Old, entry.Setting.Old, into);
        into.Write(",\"new\":"u8);
        WriteValue(entry.New, entry.Setting.New, into);
        into.Write(stamp.Written.Span);
    }

    static string Label((Column? Column, int At) label) =>
        label.Column is not { } column ? ""
        : column.IsBlank(label.At) ? column.Raw?[label.At] ?? ""
        : column[label.At].ToString();

    static void WriteValue((Column? Column, int At) cell, System.Text.Json.Nodes.JsonNode? setting, ByteBuffer into)
    {
        if (setting is not null)
            into.Write(System.Text.Encoding.UTF8.GetBytes(setting.ToJsonString(Json.Options)));
        else if (cell.Column is not { } column)
            into.Write("null"u8);
        else if (!column.IsBlank(cell.At))
            Print.JsonCell(column, cell.At, into);
        else if (column.Raw?[cell.At] is { } raw)
            Print.JsonText(raw, into);
        else
            into.Write("null"u8);
    }

    /// <summary>The end of each entry.</summary>
    static ByteBuffer Stamp(ChangeList changes)
    {
        var stamp = new ByteBuffer(128);
        stamp.Write(",\"at\":"u8);
        Print.JsonText(Timestamps.Print(changes.Stamp.At), stamp);
        stamp.Write(",\"by\":"u8);
        Print.JsonText(changes.Stamp.By, stamp);
        stamp.Write((byte)'}');
        return stamp;
    }
}
