using System.Text.Json;

namespace Espalier.Engine.Gizmo.Values;

/// <summary>
/// Values as JSON: scalars as they are, null for blank, <c>{"collection": […]}</c> for collections. Nodes are shown by
/// the ids of their dataset.
/// </summary>
public static class ValueJson
{
    const int MostDepth = 50;

    public static void Write(Utf8JsonWriter writer, Value value) => TryWrite(writer, value, long.MaxValue);

    /// <summary>Writes until the writer holds more bytes than these, for a few values may be shown any number of times.</summary>
    /// <returns>Whether all of it was written; if not, what was written is of no use.</returns>
    public static bool TryWrite(Utf8JsonWriter writer, Value value, long mostBytes) => Write(writer, value, mostBytes, 0);

    static bool Write(Utf8JsonWriter writer, Value value, long most, int depth)
    {
        switch (value.Kind)
        {
            case ValueKind.Number:
                // Negative zero is zero.
                writer.WriteNumberValue(value.Number + 0d);
                return true;
            case ValueKind.Boolean:
                writer.WriteBooleanValue(value.Boolean);
                return true;
            case ValueKind.Text or ValueKind.Date or ValueKind.Link:
                writer.WriteStringValue(Coercion.ToText(value));
                return true;
            case ValueKind.Node when value.Row >= 0:
                return Write(writer, value.Dataset.IdOf(value.Row), most, depth);
            case ValueKind.Array when depth < MostDepth:
                return WriteList(writer, value.Array.List, most, depth);
            case ValueKind.Collection when depth < MostDepth:
                writer.WriteStartObject();
                writer.WritePropertyName("collection");
                if (!WriteList(writer, value.Items.List, most, depth))
                    return false;
                writer.WriteEndObject();
                return true;
            case ValueKind.Object when depth < MostDepth:
                writer.WriteStartObject();
                foreach (var (key, field) in value.Object.Fields)
                {
                    if (IsFull(writer, most))
                        return false;
                    writer.WritePropertyName(key);
                    if (!Write(writer, field, most, depth + 1))
                        return false;
                }
                writer.WriteEndObject();
                return true;
            default:
                writer.WriteNullValue();
                return true;
        }
    }

    static bool IsFull(Utf8JsonWriter writer, long most) => writer.BytesCommitted + writer.BytesPending > most;

    static bool WriteList(Utf8JsonWriter writer, Value[] list, long most, int depth)
    {
        writer.WriteStartArray();
        foreach (var item in list)
            if (IsFull(writer, most) || !Write(writer, item, most, depth + 1))
                return false;
        writer.WriteEndArray();
        return true;
    }
}
