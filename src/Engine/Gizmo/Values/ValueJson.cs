using System.Text.Json;

namespace Espalier.Engine.Gizmo.Values;

/// <summary>
/// Values as JSON: scalars as they are, null for blank, <c>{"collection": […]}</c> for collections. Nodes are shown by
/// the ids of their dataset.
/// </summary>
public static class ValueJson
{
    const int MostDepth = 50;

    public static void Write(Utf8JsonWriter writer, Value value) => Write(writer, value, 0);

    static void Write(Utf8JsonWriter writer, Value value, int depth)
    {
        switch (value.Kind)
        {
            case ValueKind.Number:
                writer.WriteNumberValue(value.Number);
                break;
            case ValueKind.Boolean:
                writer.WriteBooleanValue(value.Boolean);
                break;
            case ValueKind.Text or ValueKind.Date:
                writer.WriteStringValue(Coercion.ToText(value));
                break;
            case ValueKind.Node:
                writer.WriteStringValue(value.Dataset.Id(value.Row));
                break;
            case ValueKind.Link:
                writer.WriteStringValue(Coercion.ToText(value));
                break;
            case ValueKind.Array when depth < MostDepth:
                WriteList(writer, value.Array, depth);
                break;
            case ValueKind.Collection when depth < MostDepth:
                writer.WriteStartObject();
                writer.WritePropertyName("collection");
                WriteList(writer, value.Items.List, depth);
                writer.WriteEndObject();
                break;
            case ValueKind.Object when depth < MostDepth:
                writer.WriteStartObject();
                foreach (var (key, field) in value.Object.Fields)
                {
                    writer.WritePropertyName(key);
                    Write(writer, field, depth + 1);
                }
                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    static void WriteList(Utf8JsonWriter writer, Value[] list, int depth)
    {
        writer.WriteStartArray();
        foreach (var item in list)
            Write(writer, item, depth + 1);
        writer.WriteEndArray();
    }
}
